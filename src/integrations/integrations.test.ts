import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setIn } from '../base/tree'
import { generate } from '../generate'
import { integrations } from '.'
import { carriedOver, filledUp, podMatch } from './instances'
import type { IntegrationInstance } from './types'

const around = {
  cluster: { name: 'test' },
  destinations: {
    prom: { type: 'prometheus', url: 'http://prom.example/write' },
    loki: { type: 'loki', url: 'http://loki.example/push' },
  },
  collectors: {
    all: {
      presets: ['clustered', 'daemonset', 'filesystem-log-reader'],
    },
  },
  podLogsViaLoki: { enabled: true },
}

function tried(sections: Readonly<Record<string, readonly unknown[]>>) {
  const values: unknown = {
    ...around,
    integrations: Object.fromEntries(
      Object.entries(sections).map(([type, instances]) => [type, { instances }]),
    ),
  }
  return read(values)
}

function read(values: unknown) {
  const made = generate(values)
  const findings = made.diagnostics.filter(({ code }) => code.startsWith('integrations.'))
  return {
    values,
    findings,
    codes: findings.map(({ code }) => code),
    config: made.configs['k8smon-all'] ?? '',
    objects: made.objects,
    diagnostics: made.diagnostics,
  }
}

/** The values with every fix of a finding's first offer applied. */
function fixed(before: ReturnType<typeof read>, code: string) {
  let { values } = before
  for (const finding of before.findings) {
    if (finding.code !== code) continue
    for (const edit of finding.fixes?.[0]?.edits ?? []) {
      if ('value' in edit) values = setIn(values, edit.path, edit.value)
    }
  }
  return read(values)
}

const selectors = { labelSelectors: { app: 'x' } }
const database = (more: object = {}, source: object = { host: 'db' }) => ({
  name: 'db',
  logs: { enabled: false },
  exporter: { dataSource: source },
  ...more,
})

describe('instances', () => {
  it('need labels to look for where there are no default ones', () => {
    for (const type of ['alloy', 'cert-manager', 'dcgm-exporter', 'etcd']) {
      const [finding] = tried({ [type]: [{ name: 'one' }] }).findings
      expect(finding, type).toMatchObject({
        code: 'integrations.no-selector',
        severity: 'error',
        path: ['integrations', type, 'instances', 0, 'labelSelectors'],
      })
      expect(fixed(tried({ [type]: [{ name: 'one' }] }), 'integrations.no-selector').codes).toEqual(
        [],
      )
    }
    for (const type of ['grafana', 'loki', 'mimir', 'tempo']) {
      expect(tried({ [type]: [{ name: 'one' }] }).codes, type).toEqual([])
    }
  })

  it('are told that the default selector stays', () => {
    expect(tried({ loki: [{ name: 'one', ...selectors }] }).codes).toEqual([
      'integrations.default-selector',
    ])
    expect(
      tried({ loki: [{ name: 'one', labelSelectors: { 'app.kubernetes.io/name': 'l' } }] }).codes,
    ).toEqual([])
  })

  it('need names of which Alloy makes different labels', () => {
    const codes = (...names: unknown[]) =>
      tried({ alloy: names.map((name) => ({ name, ...selectors })) }).codes
    expect(codes('a', 'b-2')).toEqual([])
    expect(codes('a-b', 'A b')).toEqual(['integrations.same-name'])
    expect(codes('')).toEqual(['integrations.no-name'])
    expect(codes('1st', 'a.b')).toEqual(['integrations.bad-name', 'integrations.bad-name'])
  })

  it('are scraped only where Pod Logs can run, if they read logs', () => {
    const without = read({
      ...around,
      podLogsViaLoki: { enabled: false },
      integrations: { loki: { instances: [{ name: 'one' }] } },
    })
    expect(without.codes).toContain('integrations.pod-logs-off')
  })
})

describe('settings that the chart carries over', () => {
  const leaking = () =>
    tried({
      loki: [
        { name: 'a', logs: { tuning: { scrubTimestamp: false } } },
        { name: 'b', logs: { tuning: { timestampFormat: 'Unix' } } },
      ],
    })

  it('are shown, told, and cured by saying them', () => {
    const before = leaking()
    expect(before.findings).toMatchObject([
      {
        code: 'integrations.carried-over',
        path: ['integrations', 'loki', 'instances', 1, 'logs', 'tuning', 'scrubTimestamp'],
      },
    ])
    const after = fixed(before, 'integrations.carried-over')
    expect(after.codes).toEqual([])
    const scrubs = (text: string) => text.split('stage.replace').length - 1
    expect([scrubs(before.config), scrubs(after.config)]).toEqual([0, 1])
  })

  it('decide for all instances whether there are metrics', () => {
    const off = tried({ tempo: [{ name: 'a', metrics: { enabled: false } }, { name: 'b' }] })
    expect(off.config).not.toContain('tempo_integration_scrape')
    expect(off.codes).toEqual(['integrations.carried-over'])
    const cured = fixed(off, 'integrations.carried-over')
    expect(cured.config).toContain('tempo_integration_scrape "b"')
    // The chart then collects from the first as well, whatever it says.
    expect(cured.codes).toEqual(['integrations.setting-ignored'])
  })

  it('are filled up instead for others, which cannot be turned off then', () => {
    const mimir = tried({ mimir: [{ name: 'a', logs: { tuning: { scrubTimestamp: false } } }] })
    expect(mimir.config).toContain('stage.replace')
    expect(mimir.codes).toEqual(['integrations.setting-ignored'])
    const loki = tried({ loki: [{ name: 'a', logs: { tuning: { scrubTimestamp: false } } }] })
    expect(loki.config).not.toContain('stage.replace')
    expect(loki.codes).toEqual([])
  })
})

describe('databases', () => {
  it.each([
    [{ host: 'h' }, '%s:%d/'],
    [{ host: 'h', protocol: 'tcp' }, 'tcp(%s:%d)/'],
    [{ host: 'h', auth: { username: 'u' } }, '%s@(%s:%d)/'],
    [{ host: 'h', tls: 'true', auth: { username: 'u', password: 'p' } }, '%s:%s@(%s:%d)/?tls=true'],
  ])('connect with what is known of them: %j', (source, format) => {
    expect(tried({ mysql: [database({}, source)] }).config).toContain(`"${format}"`)
  })

  it('keep the password in a Secret, unless told otherwise', () => {
    const auth = { username: 'reader', password: 'correct-horse' }
    for (const type of ['mysql', 'postgresql']) {
      const made = tried({ [type]: [database({}, { host: 'h', auth })] })
      expect(made.config).not.toContain('correct-horse')
      expect(made.objects.filter(({ kind }) => kind === 'Secret')).toMatchObject([
        {
          metadata: { name: 'db-k8smon-integrations' },
          stringData: { username: 'reader', password: 'correct-horse' },
        },
      ])
      const external = tried({
        [type]: [database({ secret: { create: false, name: 'mine' } }, { host: 'h' })],
      })
      expect(external.objects.some(({ kind }) => kind === 'Secret')).toBe(false)
      expect(external.config).toContain('remote.kubernetes.secret.db.data["password"]')
    }
  })

  it('of one name would share a Secret', () => {
    const source = { host: 'h', auth: { username: 'u', password: 'p' } }
    const both = tried({
      mysql: [database({}, source)],
      postgresql: [database({}, source)],
    })
    expect(both.codes).toEqual(['integrations.same-secret'])
  })

  it('need to be somewhere, for the chart even where an expression says it all', () => {
    const nowhere = tried({ mysql: [database({}, {})] })
    expect(nowhere.codes).toEqual(['integrations.no-data-source'])
    const from = tried({
      mysql: [{ name: 'db', logs: { enabled: false }, exporter: { dataSourceNameFrom: 'a.b' } }],
    })
    const cured = fixed(from, 'integrations.no-data-source')
    expect(cured.codes).toEqual([])
    expect(cured.config).toMatch(/data_source_name\s*= a\.b/)
  })

  it('take collectors as settings or, for MySQL, as a list', () => {
    const listed = tried({
      mysql: [database({ exporter: { dataSource: { host: 'h' }, collectors: ['info_schema'] } })],
    })
    expect(listed.config).toMatch(/enable_collectors\s*= \["info_schema"\]/)
    expect(listed.diagnostics.map(({ code }) => code)).not.toContain('values.wrong-type')
  })

  it('have their job set for Database Observability, unless it is named', () => {
    const observed = (more: object) =>
      tried({ postgresql: [database({ databaseObservability: { enabled: true }, ...more })] })
    expect(observed({}).config).toContain('"integrations/db-o11y"')
    expect(observed({ jobLabel: 'mine' }).config).not.toContain('"integrations/db-o11y"')
    expect(observed({ metrics: { enabled: false }, logs: selectors }).codes).toEqual([
      'integrations.observability-without-metrics',
    ])
    const labelled = { enabled: true, labels: { dsn: 'x', team: 'y' } }
    expect(observed({ databaseObservability: labelled }).codes).toEqual([
      'integrations.reserved-label',
    ])
  })

  it('heed TLS only beside a user name', () => {
    expect(tried({ mysql: [database({}, { host: 'h', tls: 'true' })] }).codes).toEqual([
      'integrations.setting-ignored',
    ])
  })
})

describe('merging', () => {
  const tuning = fc.record(
    {
      scrubTimestamp: fc.boolean(),
      timestampFormat: fc.constantFrom('', 'Unix'),
      dropLogLevels: fc.array(fc.constantFrom('info', 'warn'), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  )
  const instance = fc
    .record({ namespaces: fc.array(fc.string(), { maxLength: 2 }), logs: fc.record({ tuning }) })
    .map((user): IntegrationInstance<unknown> => ({ values: {}, user, path: [] }))
  const loki = integrations.find(({ type }) => type === 'loki')

  it('carries nothing into the first instance, and says of the last what it says itself', () => {
    fc.assert(
      fc.property(fc.array(instance, { minLength: 2, maxLength: 4 }), (instances) => {
        if (!loki) return
        const seen = carriedOver(loki.options, instances)
        expect(seen[0]?.user).toEqual(instances[0]?.user)
        expect(seen.at(-1)?.user).toMatchObject(instances.at(-1)?.user ?? {})
        const filled = filledUp(loki.options, instances)
        expect(filledUp(loki.options, filled)).toEqual(filled)
      }),
    )
  })

  it('compares as many labels as it has patterns', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))),
        (namespaces, labels) => {
          const { source_labels, values } = podMatch(namespaces, labels)
          expect(source_labels.length).toBe(values.length)
        },
      ),
    )
  })

  it('never throws, whatever an instance is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...integrations.map(({ type }) => type)),
        fc.array(fc.oneof(fc.anything(), fc.record({ name: fc.anything(), logs: fc.anything() }))),
        (type, instances) => {
          const made = generate({ ...around, integrations: { [type]: { instances } } })
          expect(made.objects.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 30 },
    )
  }, 30_000)
})
