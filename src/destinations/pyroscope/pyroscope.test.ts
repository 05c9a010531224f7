import { expect, test } from 'vitest'
import { tryDestination } from '../../testing/destination'

const written = { type: 'pyroscope', url: 'https://example.com' }

test('takes profiles and nothing else', () => {
  const tried = tryDestination(written)
  expect(tried.target({ signal: 'profiles', ecosystem: 'pyroscope' })).toBe(
    'to = pyroscope.write.my_place.receiver',
  )
  expect(tried.target({ signal: 'traces', ecosystem: 'otlp' })).toBe('')
})

test('the tenant is a header before the user’s own', () => {
  const { text } = tryDestination({
    ...written,
    tenantId: 'blue',
    extraHeaders: { A: 'b' },
  })
  expect(text).toMatch(
    /headers\s+= \{\s+"X-Scope-OrgID" = convert\.nonsensitive\(.*\),\s+A\s+= "b",?\s+\}/,
  )
})

test('a bearer token comes from no file here', () => {
  const auth = { type: 'bearerToken', bearerTokenFile: '/token', bearerToken: 'x' }
  const { text } = tryDestination({ ...written, auth })
  expect(text).not.toContain('bearer_token_file')
  expect(text).toMatch(/bearer_token\s+= remote\.kubernetes\.secret/)
})
