import { expect, test } from 'vitest'
import { destinationSecret } from './destination-secret'

const target = { release: 'watch', namespace: 'monitoring' }
const secretOf = (written: object) =>
  destinationSecret(
    { destinations: { lines: { url: 'https://sink.test', ...written } } },
    'lines',
    target,
  )
const needed = (written: object) =>
  secretOf(written)
    ?.entries.filter((entry) => entry.needed)
    .map(({ key }) => key)

test('each way to log in needs its own keys', () => {
  expect(needed({ type: 'loki', auth: { type: 'basic' } })).toEqual(['username', 'password'])
  expect(needed({ type: 'otlp', auth: { type: 'bearerToken' } })).toEqual(['bearerToken'])
  expect(needed({ type: 'prometheus', auth: { type: 'oauth2' } })).toEqual([
    'clientId',
    'clientSecret',
  ])
  expect(needed({ type: 'pyroscope' })).toEqual([])
})

test('a login that the values leave to be guessed still counts, and so does a tenant', () => {
  const written = { type: 'loki', tenantId: 'a', auth: { username: 'me', password: 'pw' } }
  expect(needed(written)).toEqual(['tenantId', 'username', 'password'])
  expect(secretOf(written)).toMatchObject({ mode: 'create', authentication: 'basic' })
})

test('the user’s own keys, name and namespace are used', () => {
  const secret = secretOf({
    type: 'loki',
    auth: { type: 'basic', usernameKey: 'user', passwordKey: 'api key' },
    secret: { create: false, name: 'cloud', namespace: 'vault' },
  })
  expect(secret).toMatchObject({ mode: 'external', name: 'cloud', namespace: 'vault' })
  expect(secret?.command).toContain('kubectl create secret generic cloud --namespace vault')
  expect(secret?.command).toContain(`'--from-literal=api key='"$`)
  expect(secret?.externalSecret).toContain('property: api key')
})

test('no credential that was typed gets into the command or the sketch', () => {
  const secret = secretOf({ type: 'loki', auth: { username: 'me-4711', password: 'pw-4711' } })
  expect(`${secret?.command}${secret?.externalSecret}`).not.toContain('4711')
})

test('what logs in nowhere, and what is not there, has no Secret', () => {
  expect(secretOf({ type: 'nop' })).toBeUndefined()
  expect(destinationSecret({}, 'lines', target)).toBeUndefined()
  expect(
    destinationSecret({ destinations: { __proto__: null } }, '__proto__', target),
  ).toBeUndefined()
})
