import { expect, test } from 'vitest'
import { tryDestination } from '../../testing/destination'
import { nop } from '.'

test('every pipeline ends at a component that is there', () => {
  const tried = tryDestination({ type: 'nop' })
  const pipelines = [
    { signal: 'metrics', ecosystem: 'prometheus' },
    { signal: 'metrics', ecosystem: 'otlp' },
    { signal: 'logs', ecosystem: 'loki' },
    { signal: 'logs', ecosystem: 'otlp' },
    { signal: 'traces', ecosystem: 'otlp' },
    { signal: 'profiles', ecosystem: 'pyroscope' },
  ] as const
  for (const pipeline of pipelines) {
    const [, component] = /to = (.*)\.my_place\.(receiver|input)/.exec(tried.target(pipeline)) ?? []
    expect(tried.text).toContain(`${component} "my_place"`)
  }
})

test('what is turned off is neither taken nor made', () => {
  const { context, text } = tryDestination({ type: 'nop', logs: { enabled: false } })
  expect(text).not.toContain('loki')
  expect(nop.supports(context.values as never, 'logs')).toBe(false)
  expect(nop.supports(context.values as never, 'traces')).toBe(true)
})
