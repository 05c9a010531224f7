import { destination, metrics, on, type RuleCase, traces, type Values } from './case'

const d = destination
const m = (settings: unknown) => d('metrics', settings)
const t = (settings: unknown) => d('traces', settings)
const l = (settings: unknown) => d('logs', settings)
const basic = { type: 'basic', username: 'u', password: 'p' }

export const connectionCases: readonly RuleCase[] = [
  {
    code: 'connections.no-url',
    bad: m({ url: '' }),
    good: m({ url: '', urlFrom: 'sys.env("U")' }),
  },
  {
    code: 'connections.unknown-authentication',
    bad: m({ auth: { type: 'magic' } }),
    good: m({ auth: { type: 'none' } }),
  },
  {
    code: 'connections.missing-credential',
    bad: m({ auth: { type: 'bearerToken' } }),
    good: m({ auth: { type: 'bearerToken', bearerToken: 't' } }),
  },
  {
    code: 'connections.oauth2-proxy-from-environment',
    on: m({ auth: { type: 'oauth2', oauth2: { clientId: 'i', clientSecret: 's' } } }),
    bad: m({ auth: { oauth2: { proxyFromEnvironment: true } } }),
    good: m({ auth: { oauth2: { proxyURL: 'http://proxy:3128' } } }),
  },
  {
    code: 'connections.bare-key',
    bad: m({ extraLabels: { 'my-label': 'v' } }),
    good: m({ extraLabels: { my_label: 'v' } }),
  },
  {
    code: 'connections.number-as-text',
    bad: m({ tenantId: 12345678 }),
    good: m({ tenantId: '12345678' }),
  },
  {
    code: 'connections.embedded-secret',
    bad: m({ auth: basic, secret: { embed: true } }),
    good: m({ auth: basic }),
  },
  {
    code: 'connections.own-secret',
    bad: m({ auth: { type: 'basic' }, secret: { create: false, name: 'mine' } }),
    good: m({ auth: basic }),
  },
  {
    code: 'connections.secret-not-made',
    bad: m({ auth: basic, secret: { create: null } }),
    good: m({ auth: basic, secret: { create: true } }),
  },
  {
    code: 'destinations.basic-incomplete',
    bad: m({ auth: { type: 'basic', username: 'u' } }),
    good: m({ auth: basic }),
  },
]

const rules = (settings: unknown = {}) => m({ rules: { enabled: true, ...(settings as object) } })
const scraping: Values = { ...on('clusterMetrics'), ...m({ auth: basic }) }

export const destinationCases: readonly RuleCase[] = [
  { code: 'destinations.bad-name', bad: d('my metrics', metrics), good: d('my_metrics', metrics) },
  {
    code: 'destinations.unknown-type',
    bad: d('more', { ...metrics, type: 'promtheus' }),
    good: d('more', metrics),
  },
  { code: 'destinations.same-name', bad: d('Metrics', metrics), good: d('metrics-2', metrics) },
  {
    code: 'destinations.experimental',
    bad: m({ remoteWriteProtocol: 2 }),
    good: m({ remoteWriteProtocol: 1 }),
  },
  {
    code: 'destinations.native-histograms-dropped',
    on: { global: { scrapeNativeHistograms: true } },
    bad: {},
    good: m({ sendNativeHistograms: true }),
  },
  {
    code: 'destinations.metric-enrichment',
    bad: m({ metricEnrichment: { podLabels: ['team'] } }),
  },
  {
    code: 'destinations.rules-collector',
    on: scraping,
    bad: rules({ address: 'https://metrics.example.com', collector: 'gone' }),
    good: rules({ address: 'https://metrics.example.com', collector: 'alloy-metrics' }),
  },
  {
    code: 'destinations.rules-without-destination',
    on: { ...scraping, ...on('clusterMetrics', 'nodeLogs') },
    bad: rules({ address: 'https://metrics.example.com', collector: 'alloy-logs' }),
    good: rules({ address: 'https://metrics.example.com', collector: 'alloy-metrics' }),
  },
  {
    code: 'destinations.rules-push-address',
    on: on('clusterMetrics'),
    bad: m({ url: 'https://metrics.example.com/api/prom/push', rules: { enabled: true } }),
    good: m({ url: 'https://metrics.example.com', rules: { enabled: true } }),
  },
  {
    code: 'destinations.rules-without-login',
    on: on('clusterMetrics'),
    bad: m({
      auth: { type: 'sigv4', sigv4: { region: 'eu-west-1' } },
      rules: { enabled: true, address: 'https://metrics.example.com' },
    }),
    good: m({ auth: basic, rules: { enabled: true, address: 'https://metrics.example.com' } }),
  },
  {
    code: 'destinations.stages-unfed',
    bad: d('print', {
      type: 'loki-stdout',
      logProcessingRules: 'rule { action = "keep" }',
      logProcessingStages: 'stage.docker {}',
    }),
    good: d('print', { type: 'loki-stdout', logProcessingStages: 'stage.docker {}' }),
  },
  {
    code: 'destinations.custom-without-target',
    bad: d('own', { type: 'custom', ecosystem: 'prometheus', metrics: { enabled: true } }),
    good: d('own', {
      type: 'custom',
      ecosystem: 'prometheus',
      metrics: { enabled: true, target: 'prometheus.echo.own.receiver' },
    }),
  },
  {
    code: 'destinations.custom-ecosystem',
    bad: d('own', { type: 'custom', metrics: { enabled: true, target: 'a.b.receiver' } }),
    good: d('own', {
      type: 'custom',
      ecosystem: 'prometheus',
      metrics: { enabled: true, target: 'a.b.receiver' },
    }),
  },
  {
    code: 'destinations.custom-conversion',
    on: {
      podLogsViaOpenTelemetry: { enabled: true, destinations: ['own'] },
    },
    bad: d('own', {
      type: 'custom',
      ecosystem: 'loki',
      logs: { enabled: true, target: 'loki.echo.own.receiver' },
      config: 'loki.echo "own" { }',
    }),
    good: d('own', {
      type: 'custom',
      ecosystem: 'otlp',
      logs: { enabled: true, target: 'otelcol.exporter.debug.own.input' },
    }),
  },
]

/** A router with one route, changed in one place. */
const routed = (router: object, condition: object = {}, route: object = {}) =>
  d('fork', {
    type: 'router',
    ecosystem: 'prometheus',
    defaultDestinations: ['metrics'],
    routes: [
      {
        match: [{ label: 'team', op: 'equals', value: 'sea', ...condition }],
        destinations: ['spare'],
        ...route,
      },
    ],
    ...router,
  })
const spare = d('spare', metrics)
const router = (code: RuleCase['code'], bad: Values, good: Values = routed({})): RuleCase => ({
  code,
  on: spare,
  bad,
  good,
})
const route = (settings: object) => routed({}, {}, settings)
const otlpRouted = (destinations: readonly string[] = ['all']) =>
  d('fork', {
    type: 'router',
    ecosystem: 'otlp',
    defaultDestinations: destinations,
    routes: [
      {
        match: [{ resourceAttribute: 'team', op: 'equals', value: 'sea' }],
        destinations,
      },
    ],
  })

export const routerCases: readonly RuleCase[] = [
  router('router.no-default', routed({ defaultDestinations: [] })),
  router('router.no-ecosystem', routed({ ecosystem: '' })),
  router('router.match-not-a-list', route({ match: { label: 'a', op: 'equals', value: 'b' } })),
  router('router.no-condition', route({ match: [] })),
  router('router.condition-not-a-map', route({ match: ['team=sea'] })),
  router(
    'router.wrong-field',
    route({ match: [{ resourceAttribute: 'team', op: 'equals', value: 'sea' }] }),
  ),
  router('router.no-field', route({ match: [{ op: 'equals', value: 'sea' }] })),
  router('router.bad-field', routed({}, { label: 'my-team' }), routed({}, { label: 'my_team' })),
  router('router.not-a-text', routed({}, { value: 7 }), routed({}, { value: '7' })),
  router('router.bad-comparison', routed({}, { op: 'is' })),
  router('router.no-negation', routed({}, { op: 'notEquals' })),
  router(
    'router.pattern-among-others',
    route({
      match: [
        { label: 'team', op: 'matches', value: 's.*' },
        { label: 'kind', op: 'equals', value: 'x' },
      ],
    }),
    route({ match: [{ label: 'team', op: 'matches', value: 's.*' }] }),
  ),
  router(
    'router.bad-pattern',
    routed({}, { op: 'matches', value: '(' }),
    routed({}, { op: 'matches', value: '()' }),
  ),
  router('router.not-a-list', routed({}, { op: 'in' }), routed({}, { op: 'in', value: ['sea'] })),
  router('router.empty-list', routed({}, { op: 'in', value: [] })),
  router('router.route-to-nowhere', route({ destinations: [] })),
  router('router.unknown-destination', route({ destinations: ['gone'] })),
  {
    code: 'router.to-router',
    on: { ...routed({}), destinations: { ...(routed({}).destinations as object), spare: metrics } },
    bad: d('fork2', {
      type: 'router',
      ecosystem: 'prometheus',
      defaultDestinations: ['fork'],
      routes: [],
    }),
    good: d('fork2', {
      type: 'router',
      ecosystem: 'prometheus',
      defaultDestinations: ['spare'],
      routes: [],
    }),
  },
  router('router.no-signals', route({ signals: [] }), route({ signals: ['metrics'] })),
  router('router.unknown-signal', route({ signals: ['metrix'] }), route({ signals: ['metrics'] })),
  router('router.foreign-signal', route({ signals: ['logs'] }), route({ signals: ['metrics'] })),
  router('router.useless-destination', route({ destinations: ['logs'] })),
  {
    code: 'router.falls-back',
    on: d('all', { type: 'otlp', url: 'https://all.example.com:4317' }),
    bad: d('fork', {
      type: 'router',
      ecosystem: 'otlp',
      defaultDestinations: ['all'],
      routes: [
        {
          match: [{ resourceAttribute: 'team', op: 'equals', value: 'sea' }],
          destinations: ['traces'],
        },
      ],
    }),
    good: otlpRouted(),
  },
  {
    code: 'router.cannot-carry',
    on: {
      applicationObservability: {
        enabled: true,
        destinations: ['fork'],
        receivers: { otlp: { grpc: { enabled: true } } },
      },
      ...d('all', { type: 'otlp', url: 'https://all.example.com:4317' }),
    },
    bad: otlpRouted(['traces']),
    good: otlpRouted(),
  },
  {
    code: 'router.other-ecosystem',
    on: { clusterMetrics: { enabled: true, destinations: ['fork'] }, ...spare },
    bad: {
      destinations: {
        all: { type: 'otlp', url: 'https://all.example.com:4317' },
        ...(otlpRouted().destinations as object),
      },
    },
    good: routed({}),
  },
]

const graph = (settings: object = {}) =>
  t({ processors: { serviceGraphMetrics: { enabled: true, ...settings } } })
const sampled = (policies: unknown = [{ name: 'all', type: 'always_sample' }], more: object = {}) =>
  t({ processors: { tailSampling: { enabled: true, policies } }, ...more })
const queue = (batch: object) => t({ sendingQueue: { batch: { enabled: true, ...batch } } })
const whole = { sizer: 'bytes', flushTimeout: '200ms', minSize: 10, maxSize: 20 }
const cloudTempo = { url: 'https://tempo-prod-1.grafana.net:443' }
const gateway = 'https://otlp-gateway-prod-1.grafana.net/otlp'

export const otlpCases: readonly RuleCase[] = [
  { code: 'otlp.bad-protocol', bad: t({ protocol: 'smtp' }), good: t({ protocol: 'http' }) },
  {
    code: 'otlp.path-over-grpc',
    bad: t({ traces: { path: '/t' } }),
    good: t({ protocol: 'http', traces: { path: '/t' } }),
  },
  {
    code: 'otlp.proxy-over-grpc',
    bad: t({ proxyURL: 'http://proxy:3128' }),
    good: t({ protocol: 'http', proxyURL: 'http://proxy:3128' }),
  },
  {
    code: 'otlp.gateway-needs-http',
    bad: t({ url: gateway }),
    good: t({ url: gateway, protocol: 'http' }),
  },
  {
    code: 'otlp.tempo-needs-grpc',
    bad: t({ ...cloudTempo, protocol: 'http' }),
    good: t({ ...cloudTempo, protocol: 'grpc' }),
  },
  {
    code: 'otlp.tempo-takes-traces',
    bad: t({ ...cloudTempo, logs: { enabled: true } }),
    good: t(cloudTempo),
  },
  {
    code: 'otlp.wait-for-result',
    bad: t({ sendingQueue: { waitForResult: true } }),
    good: t({ sendingQueue: { waitForResult: false } }),
  },
  { code: 'otlp.incomplete-queue-batch', bad: queue({ ...whole, sizer: '' }), good: queue(whole) },
  {
    code: 'otlp.incomplete-queue-batch',
    bad: queue({ ...whole, maxSize: 5 }),
    good: queue(whole),
  },
  {
    code: 'otlp.batch-off',
    bad: t({ processors: { batch: { enabled: false } } }),
    good: t({ processors: { batch: { timeout: '0s' } } }),
  },
  {
    code: 'otlp.sigv4-misplaced',
    on: t({ auth: { type: 'sigv4', sigv4: { assumeRole: {} } } }),
    bad: t({ secret: { sigv4: { region: 'eu-west-1' } } }),
    good: t({ auth: { sigv4: { region: 'eu-west-1' } } }),
  },
  {
    code: 'otlp.sigv4-incomplete',
    bad: t({ auth: { type: 'sigv4', sigv4: { region: 'eu-west-1' } } }),
    good: t({ auth: { type: 'sigv4', sigv4: { region: 'eu-west-1', assumeRole: {} } } }),
  },
  {
    code: 'otlp.companion-name',
    bad: d('my_traces', {
      ...traces,
      processors: {
        tailSampling: { enabled: true, policies: [{ name: 'all', type: 'always_sample' }] },
      },
    }),
    good: sampled(),
  },
  {
    code: 'otlp.static-needs-statefulset',
    on: graph({ loadBalancer: { resolver: 'static' } }),
    bad: graph({ collector: { controller: { type: 'deployment' } } }),
    good: graph({ collector: { controller: { type: 'statefulset' } } }),
  },
  {
    code: 'otlp.unknown-resolver',
    bad: graph({ loadBalancer: { resolver: 'magic' } }),
    good: graph({ loadBalancer: { resolver: 'dns' } }),
  },
  {
    code: 'otlp.graph-without-destination',
    bad: { destinations: { metrics: { disabled: true }, ...(graph().destinations as object) } },
    good: graph(),
  },
  {
    code: 'otlp.graph-destination-type',
    bad: {
      destinations: {
        own: {
          type: 'custom',
          ecosystem: 'otlp',
          metrics: { enabled: true, target: 'otelcol.exporter.debug.own.input' },
        },
        ...(graph({ destinations: ['own'] }).destinations as object),
      },
    },
    good: graph({ destinations: ['metrics'] }),
  },
  {
    code: 'otlp.graph-on-openshift',
    on: graph(),
    bad: { global: { platform: 'openshift' } },
  },
  {
    code: 'otlp.backquote',
    bad: t({ extraResourceAttributes: { team: 'a`b' } }),
    good: t({ extraResourceAttributes: { team: 'ab' } }),
  },
  {
    code: 'otlp.sampling-without-traces',
    bad: sampled(undefined, { traces: { enabled: false }, metrics: { enabled: true } }),
    good: sampled(),
  },
  { code: 'otlp.no-policies', bad: sampled([]), good: sampled() },
  {
    code: 'otlp.unknown-policy',
    bad: sampled([{ name: 'x', type: 'by_mood' }]),
    good: sampled([{ name: 'x', type: 'always_sample' }]),
  },
  {
    code: 'otlp.incomplete-policy',
    bad: sampled([{ name: 'x', type: 'latency' }]),
    good: sampled([{ name: 'x', type: 'latency', threshold_ms: 100 }]),
  },
  {
    code: 'values.not-a-regex',
    bad: t({ processors: { attributes: { actions: [{ action: 'delete', pattern: '(?=x)' }] } } }),
    good: t({ processors: { attributes: { actions: [{ action: 'delete', pattern: 'x' }] } } }),
  },
  {
    code: 'values.not-a-label',
    on: spare,
    bad: routed({}, { label: 'my-team' }),
    good: routed({}),
  },
  { code: 'values.not-a-byte-size', bad: l({ batchSize: 'big' }), good: l({ batchSize: '1MiB' }) },
]
