import { expect, test } from 'vitest'
import { tryDestination } from '../testing/destination'

const loki = (more: object) => tryDestination({ type: 'loki', url: 'https://l', ...more })

test('basic authentication needs both halves, from wherever they come', () => {
  const at = (auth: object, more: object = {}) =>
    loki({ auth, ...more }).findings.filter(({ severity }) => severity === 'error')
  expect(at({ type: 'basic', username: 'u' })).toMatchObject([
    {
      code: 'destinations.basic-incomplete',
      path: ['destinations', 'my-place', 'auth', 'password'],
    },
  ])
  expect(at({ type: 'basic', usernameFrom: 'x.y', password: 'p' })).toEqual([])
  expect(at({ type: 'basic' }, { secret: { create: false } })).toEqual([])
  expect(at({ username: 'u' })).toEqual([])
  const anyType = tryDestination({ type: 'nop', auth: { type: 'basic' } })
  expect(anyType.codes).toEqual(['destinations.basic-incomplete', 'destinations.basic-incomplete'])
})

test('a user name and a password are enough for a login', () => {
  expect(loki({ auth: { username: 'u', passwordFrom: 'x.y' } }).text).toContain('basic_auth')
  expect(loki({ auth: { type: 'none', username: 'u', password: 'p' } }).text).not.toContain(
    'basic_auth',
  )
})

test.each([
  ['connections.no-url', { url: '' }],
  ['connections.unknown-authentication', { auth: { type: 'sigv4' } }],
  ['connections.missing-credential', { auth: { type: 'bearerToken' } }],
  ['connections.missing-credential', { auth: { type: 'oauth2', oauth2: { clientId: 'c' } } }],
  ['connections.bare-key', { extraLabels: { 'a-b': 'c' } }],
  ['connections.bare-key', { extraLabelsFrom: { '1a': 'x.y' } }],
  ['connections.secret-not-made', { secret: { create: null }, tenantId: 'a' }],
])('%s', (code, more) => {
  expect(loki(more).codes).toContain(code)
})

test('an OAuth 2 proxy from the environment keeps the chart’s spelling, and is told of', () => {
  const oauth2 = { clientId: 'c', clientSecret: 's', proxyFromEnvironment: true }
  const { text, findings } = loki({ auth: { type: 'oauth2', oauth2 } })
  expect(text).toMatch(/proxyFromEnvironment\s+= true/)
  expect(findings).toMatchObject([
    { code: 'connections.oauth2-proxy-from-environment', severity: 'warning' },
  ])
})

test('a number that would get an exponent is cured by quotes', () => {
  const { text, findings, secret } = loki({ tenantId: 1234567, auth: {}, secret: { embed: true } })
  expect(secret).toBeUndefined()
  expect(text).toContain('"1.234567e+06"')
  expect(findings.find(({ code }) => code === 'connections.number-as-text')?.fixes).toEqual([
    {
      title: 'Put it in quotes',
      edits: [{ path: ['destinations', 'my-place', 'tenantId'], value: '1234567' }],
      safe: true,
    },
  ])
  expect(loki({ tenantId: 12345 }).codes).toEqual([])
})

test('a Secret of the user’s own is named with the keys that are read', () => {
  const { findings } = loki({
    secret: { create: false, name: 'theirs' },
    auth: { type: 'bearerToken', bearerTokenKey: 'token' },
    tls: { caFile: '/ca.crt', keyFrom: 'x.y' },
  })
  expect(findings).toMatchObject([{ code: 'connections.own-secret', severity: 'info' }])
  expect(findings[0]?.message).toContain('theirs in monitoring')
  expect(findings[0]?.message).toContain('tenantId, token, cert from it')
})

test('a plain destination has nothing to be told of', () => {
  expect(loki({ auth: { username: 'u', password: 'p' } }).codes).toEqual([])
})

test('names of Secrets: the release is enough when it holds the chart’s name; an own name wins', () => {
  const written = { type: 'loki', url: 'https://l', tenantId: 't' }
  const nameOf = (more: object, release?: string) =>
    tryDestination({ ...written, ...more }, { name: 'My_Loki', ...(release && { release }) }).secret
      ?.metadata.name
  expect(nameOf({})).toBe('my-loki-try-k8s-monitoring')
  expect(nameOf({}, 'my-k8s-monitoring')).toBe('my-loki-my-k8s-monitoring')
  expect(nameOf({ name: 'Other' })).toBe('other-try-k8s-monitoring')
  expect(nameOf({ secret: { name: 'mine' } })).toBe('mine')
  expect(nameOf({}, 'r'.repeat(53))).toHaveLength(63)
})
