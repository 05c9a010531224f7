import { describe, expect, test } from 'vitest'
import { base64 } from '../base/base64'
import { isRecord, setOwn } from '../base/record'
import { tryDestination } from '../testing/destination'
import { destinations } from '.'

/** The kinds of login under which a secret field is read at all. */
function loginFor(field: string): string {
  if (field.startsWith('auth.oauth2.')) return 'oauth2'
  if (field.startsWith('auth.sigv4.')) return 'sigv4'
  if (field === 'auth.bearerToken') return 'bearerToken'
  return field.startsWith('auth.') ? 'basic' : 'none'
}

/** What Alloy would refuse as a secret where it wants a text. */
const openFields = /(tenantId|username|clientId|accessKey|ca|cert)$/

/** Keys that differ from the last part of the field's path. */
const keys: Readonly<Record<string, string>> = {
  'auth.oauth2.tls.ca': 'oauth2-tls-ca',
  'auth.oauth2.tls.cert': 'oauth2-tls-cert',
  'auth.oauth2.tls.key': 'oauth2-tls-key',
}

const rows = destinations.flatMap(({ type, secretFields }) =>
  secretFields.map((field) => ({
    type,
    field,
    key: keys[field] ?? field.split('.').at(-1) ?? '',
    planted: `planted-${field}`,
  })),
)

function tree(entries: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(entries)) {
    const parts = path.split('.')
    let at = out
    for (const part of parts.slice(0, -1)) {
      if (!isRecord(at[part])) setOwn(at, part, {})
      at = at[part] as Record<string, unknown>
    }
    setOwn(at, parts.at(-1) ?? '', value)
  }
  return out
}

/** A destination with one credential, logged in so that it is read. */
function given(type: string, field: string, more: Readonly<Record<string, unknown>>) {
  const grpc = type === 'otlp' ? { protocol: 'http' } : {}
  // Basic authentication needs both; the other one comes from elsewhere and is no literal.
  const both = { 'auth.usernameFrom': 'sys.env("U")', 'auth.passwordFrom': 'sys.env("P")' }
  const login = loginFor(field)
  const entries: Record<string, unknown> = {
    ...grpc,
    type,
    url: 'https://example.com',
    'auth.type': login,
    ...(login === 'basic' ? both : {}),
    ...(type === 'otlp' && login === 'sigv4' ? { 'auth.sigv4.assumeRole': {} } : {}),
    ...more,
  }
  if (login === 'basic') delete entries[`${field}From`]
  Object.assign(entries, more)
  return tryDestination({ ...tree(entries), type })
}

function reading(field: string, key: string): string {
  const data = `remote.kubernetes.secret.my_place.data["${key}"]`
  return openFields.test(field) ? `convert.nonsensitive(${data})` : data
}

test('there is something to test', () => {
  expect(new Set(rows.map(({ type }) => type)).size).toBeGreaterThanOrEqual(4)
})

describe.each(rows)('$type, $field', ({ type, field, key, planted }) => {
  test('is kept in a Secret of the release', () => {
    const { text, secret } = given(type, field, { [field]: planted })
    expect(text).not.toContain(planted)
    expect(text).toContain(reading(field, key))
    expect(text).toContain('remote.kubernetes.secret "my_place"')
    expect(secret).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'my-place-try-k8s-monitoring', namespace: 'monitoring' },
      type: 'Opaque',
      data: { [key]: base64(planted) },
    })
  })

  test('goes under another key on demand', () => {
    const { text, secret } = given(type, field, { [field]: planted, [`${field}Key`]: 'mine' })
    expect(text).toContain(reading(field, 'mine'))
    expect(secret?.data).toEqual({ mine: base64(planted) })
  })

  test('is read from a Secret that exists', () => {
    const { text, secret } = given(type, field, {
      secret: { create: false, name: 'theirs', namespace: 'elsewhere' },
    })
    expect(secret).toBeUndefined()
    expect(text).toContain(reading(field, key))
    expect(text).toMatch(/name\s+= "theirs"\s+namespace\s+= "elsewhere"/)
  })

  test('is written into the config when embedded', () => {
    const { text, secret, codes } = given(type, field, {
      [field]: planted,
      'secret.embed': true,
    })
    expect(text).toContain(`"${planted}"`)
    expect(text).not.toContain('remote.kubernetes.secret')
    expect(secret).toBeUndefined()
    expect(codes).toContain('connections.embedded-secret')
  })

  test('comes from an expression before all else', () => {
    const { text, secret } = given(type, field, {
      [field]: planted,
      [`${field}From`]: 'local.file.mine.content',
    })
    expect(text).toContain('= local.file.mine.content')
    expect(text).not.toContain(planted)
    expect(text).not.toContain('remote.kubernetes.secret')
    expect(secret).toBeUndefined()
  })
})
