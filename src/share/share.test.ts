import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { setIn } from '../base/tree'
import { valuesOptions } from '../options'
import { printValues } from '../yaml/print'
import { readValues } from '../yaml/read'
import { cleanText } from './patterns'
import { redact, redactText } from './redact'
import { fromShared, toShared } from './share'

// Properties over many secrets; a busy machine must not fail them.
vi.setConfig({ testTimeout: 60_000 })

const harmless = {
  cluster: { name: 'prod' },
  destinations: {
    metrics: {
      type: 'prometheus',
      url: 'https://mimir.example:443/api?mail=a@b.example',
      auth: { type: 'basic' },
    },
    logs: {
      type: 'loki',
      url: 'http://[::1]:3100/push',
      auth: { passwordKey: 'pw', passwordFrom: 'sys.env("PW")' },
    },
  },
  collectors: {
    'alloy-logs': {
      extraConfig:
        'prometheus.scrape "token" {\n  bearer_token_file = "/var/token"\n  password = remote.kubernetes.secret.a.data["password"]\n}\n',
      alloy: {
        extraEnv: [
          { name: 'MODE', value: 'fast' },
          { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } },
        ],
      },
    },
  },
  extraObjects: [{ kind: 'ConfigMap', data: { config: 'level: info' } }],
}

/** Every place in which a secret may stand; the place makes values that hold it. */
const places: Record<string, (secret: string) => unknown> = {
  password: (secret) => setIn(harmless, ['destinations', 'metrics', 'auth', 'password'], secret),
  bearerToken: (secret) => setIn(harmless, ['destinations', 'logs', 'auth', 'bearerToken'], secret),
  'client secret': (secret) =>
    setIn(harmless, ['destinations', 'logs', 'auth', 'oauth2', 'clientSecret'], secret),
  'private key': (secret) => setIn(harmless, ['destinations', 'logs', 'tls', 'key'], secret),
  'literal expression': (secret) =>
    setIn(harmless, ['destinations', 'logs', 'auth', 'passwordFrom'], JSON.stringify(secret)),
  header: (secret) =>
    setIn(harmless, ['destinations', 'logs', 'extraHeaders'], { Authorization: secret }),
  'password in a URL': (secret) =>
    setIn(harmless, ['destinations', 'metrics', 'url'], `https://user:${secret}@host.example/x`),
  'environment variable': (secret) =>
    setIn(harmless, ['collectors', 'alloy-logs', 'alloy', 'extraEnv', 2], {
      name: 'MY_API_KEY',
      value: secret,
    }),
  'Secret of one’s own': (secret) =>
    setIn(harmless, ['extraObjects', 1], {
      kind: 'Secret',
      stringData: { any: secret },
      data: { b: secret },
    }),
  'Secret as text': (secret) =>
    setIn(
      harmless,
      ['extraObjects', 1],
      `apiVersion: v1\nkind: Secret\nstringData:\n  any: ${JSON.stringify(secret)}\n`,
    ),
  'raw Alloy': (secret) =>
    setIn(
      harmless,
      ['collectors', 'alloy-logs', 'extraConfig'],
      `basic_auth {\n  password = ${JSON.stringify(secret)}\n}\n`,
    ),
  'key in raw text': (secret) =>
    setIn(
      harmless,
      ['collectors', 'alloy-logs', 'extraConfig'],
      `x\n-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----\n`,
    ),
  'unknown key': (secret) => setIn(harmless, ['some', 'thing', 'apiToken'], secret),
  'list of tokens': (secret) => setIn(harmless, ['some', 'tokens'], [secret]),
  repeated: (secret) =>
    setIn(
      setIn(harmless, ['destinations', 'metrics', 'auth', 'password'], secret),
      ['note'],
      `it is ${secret}!`,
    ),
}

const secrets = fc
  .string({
    unit: fc.constantFrom(...'abcdefghijkXYZ0123456789-_.+'),
    minLength: 10,
    maxLength: 40,
  })
  .map((text) => `s3cr3t${text}`)

describe('secrets', () => {
  test.each(Object.keys(places))('no %s is found in a link or in storage', (name) => {
    const place = places[name] ?? (() => ({}))
    fc.assert(
      fc.property(secrets, (secret) => {
        const values = place(secret)
        const { shared, leftOut } = toShared(values, valuesOptions)
        expect(JSON.stringify(shared)).not.toContain(secret)
        expect(leftOut.length).toBeGreaterThan(0)
        const text = `# note: password is ${secret}\n${printValues(values)}`
        const stored = redactText(text, valuesOptions)
        expect(stored.text).toBeDefined()
        expect(stored.text).not.toContain(secret)
        expect(readValues(stored.text ?? '').values).toEqual(shared.values)
      }),
      { numRuns: 20 },
    )
  })

  test('what is no secret stays', () => {
    expect(redact(harmless, valuesOptions)).toEqual({ values: harmless, leftOut: [] })
    const text = `# mine: keep this remark\n${printValues(harmless)}`
    expect(redactText(text, valuesOptions)).toEqual({ text, leftOut: [] })
  })

  test('a user name that is an ordinary word is not taken out of everything else', () => {
    const auth = { type: 'basic', username: 'prometheus', password: 'prometheus' }
    const values = { destinations: { metrics: { type: 'prometheus', auth } } }
    expect(redact(values, valuesOptions).values).toEqual({
      destinations: {
        metrics: {
          type: 'prometheus',
          auth: { type: 'basic', username: 'prometheus', password: 'left-out' },
        },
      },
    })
  })

  test('only the secret’s own part of a text goes', () => {
    expect(cleanText('https://me:pa/ss@w@host.example/path')).toBe(
      'https://left-out@host.example/path',
    )
    expect(cleanText('root:pw@tcp(db:3306)/x')).toBe('left-out@tcp(db:3306)/x')
    expect(cleanText('a {\n  token = "abc" // mine\n}')).toBe(
      'a {\n  token = "left-out" // mine\n}',
    )
    expect(cleanText('curl -H "X: Bearer abcdef123456"')).toBe('curl -H "X: Bearer left-out"')
    expect(cleanText('host=db password=hunter2 user=me')).toBe('host=db password=left-out user=me')
    expect(cleanText('Basic authentication of a token')).toBe('Basic authentication of a token')
  })

  test('a value that the text hides from its values does not stay in the text', () => {
    const text = 'a:\n  password: hidden-secret-1\n  password: b\n...\nc: hidden-secret-2\n'
    expect(redactText(text, valuesOptions).text).not.toContain('hidden-secret')
  })

  test('a text with errors is not stored', () => {
    expect(redactText('password: [x\n', valuesOptions).text).toBeUndefined()
  })
})

describe('links', () => {
  test('choices come back', () => {
    const { shared } = toShared(harmless, valuesOptions, { release: 'mine', namespace: 'there' })
    expect(fromShared(JSON.parse(JSON.stringify(shared)))).toEqual({
      ok: true,
      values: harmless,
      release: 'mine',
      namespace: 'there',
    })
  })

  test.each([
    [null, 'share.not-ours'],
    [[], 'share.not-ours'],
    [{ version: 1, values: [] }, 'share.not-ours'],
    [{ version: '1', values: {} }, 'share.not-ours'],
    [{ version: 2, values: {} }, 'share.newer'],
    [{ version: 1, values: {}, release: 'a; rm -rf /' }, 'share.release'],
    [{ version: 1, values: { a: 'x'.repeat(600_000) } }, 'share.too-large'],
    [
      {
        version: 1,
        values: Array.from({ length: 100 }).reduce<unknown>((inner) => ({ a: inner }), {}),
      },
      'share.too-large',
    ],
  ])('a forged one is refused: %#', (payload, code) => {
    expect(fromShared(payload)).toMatchObject({ ok: false, code })
  })

  test('no payload makes it throw or reach a prototype', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (values) => {
        fromShared(values)
        fromShared({ version: 1, values })
      }),
    )
    const forged = JSON.parse('{"version":1,"values":{"__proto__":{"polluted":true}}}')
    const opened = fromShared(forged)
    expect(opened.ok && Object.keys(opened.values)).toEqual(['__proto__'])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})
