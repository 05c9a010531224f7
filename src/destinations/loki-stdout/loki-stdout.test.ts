import { expect, test } from 'vitest'
import { tryDestination } from '../../testing/destination'

const rules = 'rule { action = "labeldrop" }'
const stages = 'stage.cri {}'

test.each([
  [{}, 'loki.echo'],
  [{ logProcessingStages: stages }, 'loki.process'],
  [{ logProcessingRules: rules }, 'loki.relabel'],
  [{ logProcessingRules: rules, logProcessingStages: stages }, 'loki.relabel'],
])('logs with %j go to %s first', (options, first) => {
  const tried = tryDestination({ type: 'loki-stdout', ...options })
  expect(tried.target({ signal: 'logs', ecosystem: 'loki' })).toBe(
    `to = ${first}.my_place.receiver`,
  )
  expect(tried.text).toContain(`forward_to = [${first}.my_place.receiver]`)
  expect(tried.text).toContain('loki.echo "my_place"')
})

test('stages beside rules get nothing, which is told', () => {
  const { codes } = tryDestination({
    type: 'loki-stdout',
    logProcessingRules: rules,
    logProcessingStages: stages,
  })
  expect(codes).toEqual(['destinations.stages-unfed'])
})
