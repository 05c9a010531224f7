import { describe, expect, test } from 'vitest'
import { print } from '../../alloy/print'
import { destinationSet } from '../../testing/destination-set'

const places = {
  'team-a': { type: 'otlp', url: 'https://a.example.com' },
  rest: { type: 'otlp', url: 'https://rest.example.com', metrics: { enabled: false } },
  mimir: { type: 'prometheus', url: 'https://mimir.example.com' },
  profiles: { type: 'pyroscope', url: 'https://profiles.example.com' },
  off: { type: 'otlp', disabled: true },
}

function tryRouter(values: Readonly<Record<string, unknown>>) {
  const { set, findings } = destinationSet({ ...places, split: { type: 'router', ...values } })
  const router = set.get('split')
  if (!router) throw new Error('no router')
  router.unit.validate?.(router.context)
  return {
    text: print({ kind: 'file', body: router.unit.build(router.context) }),
    codes: findings.all.map(({ code }) => code),
    findings: findings.all,
    router,
  }
}

const attribute = (op: string, value: unknown) => ({
  resourceAttribute: 'k8s.namespace.name',
  op,
  value,
})
const label = (op: string, value: unknown) => ({ label: 'namespace', op, value })

const otlp = (...routes: readonly Readonly<Record<string, unknown>>[]) => ({
  ecosystem: 'otlp',
  defaultDestinations: ['rest', 'team-a'],
  routes,
})
const prometheus = (...routes: readonly Readonly<Record<string, unknown>>[]) => ({
  ecosystem: 'prometheus',
  defaultDestinations: ['mimir'],
  routes,
})

describe('OTLP data', () => {
  test('the first route is stamped last, so that it wins', () => {
    const { text, codes } = tryRouter(
      otlp(
        { match: [attribute('equals', 'one')], destinations: ['team-a'] },
        { match: [attribute('equals', 'two')], destinations: ['team-a', 'rest'] },
      ),
    )
    expect(codes).toEqual([])
    const logs = text.slice(text.indexOf('log_statements'))
    expect(logs.indexOf('rest,team-a')).toBeLessThan(logs.indexOf('two'))
    expect(logs.indexOf('two')).toBeLessThan(logs.indexOf('one'))
  })

  test('a route reaches only those that take the signal, and is left out when none does', () => {
    const { text, codes } = tryRouter(
      otlp({ match: [attribute('in', ['x', 'y'])], destinations: ['rest'] }),
    )
    const metrics = text.slice(0, text.indexOf('split_logs_otlp'))
    expect(metrics).not.toContain('where')
    expect(metrics).not.toContain('split_rest_gate_metrics_otlp')
    expect(text).toContain('split_rest_gate_logs_otlp')
    expect(codes).toEqual(['router.falls-back'])
  })

  test('every comparison is written in OTTL, with quotes and backslashes escaped', () => {
    const { text } = tryRouter(
      otlp({
        match: [
          attribute('equals', 'a"b\\c'),
          attribute('notEquals', 'd'),
          attribute('in', ['e', 'f']),
          attribute('matches', 'g.*'),
          attribute('notMatches', 'h'),
        ],
        destinations: ['team-a'],
      }),
    )
    const name = 'attributes[\\"k8s.namespace.name\\"]'
    for (const part of [
      `${name} == \\"a\\\\\\"b\\\\\\\\c\\"`,
      `${name} != \\"d\\"`,
      `(${name} == \\"e\\" or ${name} == \\"f\\")`,
      `IsMatch(${name}, \\"g.*\\") == true`,
      `not IsMatch(${name}, \\"h\\")`,
    ]) {
      expect(text).toContain(part)
    }
  })
})

describe('data with labels', () => {
  test('values are taken literally, patterns as they are', () => {
    const { text } = tryRouter(
      prometheus(
        { match: [label('equals', 'a.b')], destinations: ['team-a'] },
        { match: [label('matches', 'x-.*')], destinations: ['mimir'] },
      ),
    )
    expect(text).toContain('"^a\\\\.b$"')
    expect(text).toContain('"x-.*"')
  })

  test('several conditions are joined', () => {
    const { text } = tryRouter(
      prometheus({
        match: [label('equals', 'a'), { label: 'zone', op: 'in', value: ['b', 'c+'] }],
        destinations: ['mimir'],
      }),
    )
    expect(text).toContain('["namespace", "zone"]')
    expect(text).toContain('"^a;(b|c\\\\+)$"')
  })
})

describe('what the chart refuses', () => {
  const route = (more: Readonly<Record<string, unknown>>) =>
    otlp({ match: [attribute('equals', 'x')], destinations: ['team-a'], ...more })

  test.each([
    ['router.no-default', { ecosystem: 'otlp' }],
    ['router.no-ecosystem', { defaultDestinations: ['rest'] }],
    ['router.no-ecosystem', { ecosystem: 'graphite', defaultDestinations: ['rest'] }],
    ['router.match-not-a-list', route({ match: attribute('equals', 'x') })],
    ['router.no-condition', route({ match: [] })],
    ['router.condition-not-a-map', route({ match: ['x'] })],
    ['router.wrong-field', route({ match: [label('equals', 'x')] })],
    ['router.no-field', route({ match: [{ op: 'equals', value: 'x' }] })],
    [
      'router.bad-field',
      route({ match: [{ ...attribute('equals', 'x'), resourceAttribute: 'a b' }] }),
    ],
    ['router.not-a-text', route({ match: [attribute('equals', 5)] })],
    ['router.not-a-text', route({ match: [attribute('in', ['a', true])] })],
    ['router.bad-comparison', route({ match: [attribute('like', 'x')] })],
    ['router.bad-pattern', route({ match: [attribute('matches', '(?=x)')] })],
    ['router.not-a-list', route({ match: [attribute('in', 'x')] })],
    ['router.empty-list', route({ match: [attribute('in', [])] })],
    ['router.route-to-nowhere', route({ destinations: [] })],
    ['router.unknown-destination', route({ destinations: ['nobody'] })],
    ['router.unknown-destination', route({ destinations: ['off'] })],
    ['router.to-router', route({ destinations: ['split'] })],
    ['router.no-signals', route({ signals: [] })],
    ['router.unknown-signal', route({ signals: ['events'] })],
    ['router.foreign-signal', route({ signals: ['profiles'] })],
    ['router.useless-destination', route({ destinations: ['team-a', 'profiles'] })],
    [
      'router.no-negation',
      prometheus({ match: [label('notEquals', 'x')], destinations: ['mimir'] }),
    ],
    [
      'router.pattern-among-others',
      prometheus({ match: [label('matches', 'x'), label('equals', 'y')], destinations: ['mimir'] }),
    ],
  ])('%s', (code, values) => {
    expect(tryRouter(values).codes).toContain(code)
  })

  test('a fix for a single condition makes it a list', () => {
    const { findings } = tryRouter(route({ match: attribute('equals', 'x') }))
    const finding = findings.find(({ code }) => code === 'router.match-not-a-list')
    expect(finding?.fixes?.[0]?.edits).toEqual([
      {
        path: ['destinations', 'split', 'routes', 0, 'match'],
        value: [attribute('equals', 'x')],
      },
    ])
  })
})

describe('features that send here', () => {
  const sender = { name: 'Apps', path: ['apps'] }

  test('must send what a destination of the router takes, in the router’s form', () => {
    const { router, findings } = tryRouter({ ecosystem: 'otlp', defaultDestinations: ['mimir'] })
    router.unit.accept?.(router.context, { signal: 'metrics', ecosystem: 'otlp' }, sender)
    expect(findings).toEqual([])
    router.unit.accept?.(router.context, { signal: 'traces', ecosystem: 'otlp' }, sender)
    router.unit.accept?.(router.context, { signal: 'metrics', ecosystem: 'prometheus' }, sender)
    expect(findings.map(({ code }) => code)).toEqual([
      'router.cannot-carry',
      'router.other-ecosystem',
    ])
  })

  test('are not blamed for a router that reaches nothing at all', () => {
    const { router, codes, findings } = tryRouter({
      ecosystem: 'otlp',
      defaultDestinations: ['nobody'],
    })
    router.unit.accept?.(router.context, { signal: 'traces', ecosystem: 'otlp' }, sender)
    expect(findings).toHaveLength(codes.length)
  })
})
