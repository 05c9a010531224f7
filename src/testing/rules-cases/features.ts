import { collector, destination, on, type RuleCase, type Values } from './case'

const set = (feature: string, settings: object): Values => ({
  [feature]: { enabled: true, ...settings },
})
const annotation = (settings: object) => set('annotationAutodiscovery', settings)
const cluster = (settings: object) => set('clusterMetrics', settings)
const objects = (settings: object) => set('prometheusOperatorObjects', settings)
const events = (sources: unknown) => set('windowsEventLogs', { sources })
const receiving = (settings: object = {}) =>
  set('applicationObservability', {
    receivers: { otlp: { grpc: { enabled: true } } },
    ...settings,
  })
const kept = { labelMatchers: { app: 'mine' } }
const twoReplicas = { presets: ['statefulset'], controller: { replicas: 2 } }
const clustered = { presets: ['clustered', 'statefulset'], controller: { replicas: 2 } }
const reader = { presets: ['filesystem-log-reader', 'daemonset'] }

export const featureCases: readonly RuleCase[] = [
  {
    code: 'features.not-a-daemonset',
    bad: collector({ presets: ['filesystem-log-reader', 'deployment'] }, 'podLogsViaLoki'),
    good: collector(reader, 'podLogsViaLoki'),
  },
  {
    code: 'features.no-var-log',
    bad: collector({ presets: ['daemonset'] }, 'podLogsViaLoki'),
    good: collector(reader, 'podLogsViaLoki'),
  },
  {
    code: 'features.events-repeated',
    bad: collector(clustered),
    good: collector({ presets: ['singleton'] }),
  },
  {
    code: 'features.logs-repeated',
    bad: collector(twoReplicas, 'kubernetesManifests'),
    good: collector(clustered, 'kubernetesManifests'),
  },
  {
    code: 'features.some-nodes-only',
    on: set('profiling', { ebpf: { enabled: true } }),
    bad: collector({ presets: ['root', 'deployment'] }, 'profiling'),
    good: collector({ presets: ['root', 'daemonset'] }, 'profiling'),
  },
  {
    code: 'features.service-missing',
    bad: {
      ...on('clusterMetrics'),
      telemetryServices: { 'kube-state-metrics': { deploy: false } },
    },
    good: {
      ...cluster({ 'kube-state-metrics': kept }),
      telemetryServices: { 'kube-state-metrics': { deploy: false } },
    },
  },
  {
    code: 'features.deployment-setting',
    bad: cluster({ 'kube-state-metrics': { replicas: 2 } }),
    good: on('clusterMetrics'),
  },
  {
    code: 'features.moved-setting',
    bad: cluster({ kepler: { enabled: true } }),
    good: on('clusterMetrics'),
  },
  {
    code: 'features.matcher-not-text',
    bad: cluster({ 'kube-state-metrics': { labelMatchers: { tier: 1 } } }),
    good: cluster({ 'kube-state-metrics': { labelMatchers: { tier: '1' } } }),
  },
  {
    code: 'features.no-collector',
    bad: { ...on('clusterEvents'), collectors: { a: {}, b: {} } },
    good: { ...on('clusterEvents'), collectors: { a: {} } },
    asIs: true,
  },
  {
    code: 'features.unknown-collector',
    on: { collectors: { a: { presets: ['singleton'] } } },
    bad: set('clusterEvents', { collector: 'b' }),
    good: set('clusterEvents', { collector: 'a' }),
    asIs: true,
  },
  {
    code: 'features.collector-off',
    bad: collector({ presets: ['singleton'], enabled: false }),
    good: collector({ presets: ['singleton'] }),
    asIs: true,
  },
  {
    code: 'features.no-destination',
    on: on('clusterEvents'),
    bad: {
      clusterEvents: { destinations: ['metrics'] },
    },
    good: { clusterEvents: { destinations: ['logs'] } },
  },
  {
    code: 'features.behind-router',
    on: destination('fork', {
      type: 'router',
      ecosystem: 'loki',
      defaultDestinations: ['logs'],
    }),
    bad: on('clusterEvents'),
    good: set('clusterEvents', { destinations: ['fork'] }),
  },
  {
    code: 'features.no-host-root',
    on: { hostMetrics: { enabled: true, linuxHosts: { enabled: true, source: 'alloy' } } },
    bad: collector({ presets: ['daemonset'] }, 'hostMetrics'),
    good: collector({ presets: ['linux-host-monitor', 'daemonset'] }, 'hostMetrics'),
  },
  {
    code: 'features.not-on-windows',
    on: events([{ name: 'system', eventLogName: 'System' }]),
    bad: collector({ presets: ['daemonset'] }, 'windowsEventLogs'),
    good: collector(
      { presets: ['windows', 'windows-host-process', 'daemonset'] },
      'windowsEventLogs',
    ),
  },
  {
    code: 'features.no-node-name',
    on: { hostMetrics: { enabled: true, linuxHosts: { enabled: true, source: 'alloy' } } },
    bad: collector(
      { presets: ['linux-host-monitor', 'daemonset'], alloy: { extraEnv: [] } },
      'hostMetrics',
    ),
    good: collector({ presets: ['linux-host-monitor', 'daemonset'] }, 'hostMetrics'),
  },
  {
    code: 'features.setting-not-read',
    on: on('clusterMetrics'),
    bad: set('costMetrics', { opencost: { metricsSource: 'metrics' } }),
    good: on('costMetrics'),
  },
  {
    code: 'features.no-source',
    bad: annotation({ pods: { enabled: false }, services: { enabled: false } }),
    good: annotation({ pods: { enabled: false } }),
  },
  {
    code: 'features.source-without-name',
    bad: events([{ eventLogName: 'System' }]),
    good: events([{ name: 'system', eventLogName: 'System' }]),
  },
  {
    code: 'features.same-source-name',
    bad: events([
      { name: 'system', eventLogName: 'System' },
      { name: 'system', eventLogName: 'Security' },
    ]),
    good: events([
      { name: 'system', eventLogName: 'System' },
      { name: 'security', eventLogName: 'Security' },
    ]),
  },
  {
    code: 'features.source-without-channel',
    bad: events([{ name: 'system' }]),
    good: events([{ name: 'system', eventLogName: 'System' }]),
  },
  {
    code: 'features.nothing-collected',
    bad: cluster({
      kubelet: { enabled: false },
      kubeletResource: { enabled: false },
      cadvisor: { enabled: false },
      'kube-state-metrics': { enabled: false },
    }),
    good: cluster({ kubelet: { enabled: false } }),
  },
  {
    code: 'features.cost-alone',
    bad: { ...on('costMetrics'), clusterMetrics: { enabled: false } },
    good: on('costMetrics', 'clusterMetrics'),
  },
  {
    code: 'features.service-labels-lost',
    bad: annotation({ services: { staticLabels: { a: 'b' } } }),
    good: annotation({
      services: { staticLabels: { a: 'b' } },
      pods: { staticLabels: { a: 'b' } },
    }),
  },
  {
    code: 'features.setting-misplaced',
    bad: receiving({
      processors: {
        k8sattributes: { filters: { byLabel: [{ key: 'a' }, { key: 'b' }] } },
      },
    }),
    good: receiving({ processors: { k8sattributes: { filters: { byLabel: [{ key: 'a' }] } } } }),
  },
  {
    code: 'features.test-mode',
    bad: set('clusterEvents', { testing: { enabled: true } }),
    good: set('clusterEvents', { testing: { enabled: false } }),
  },
  {
    code: 'features.operator-crds',
    bad: objects({ crds: { enabled: true } }),
    good: objects({}),
  },
  {
    code: 'features.exclusion-lost',
    bad: objects({ scrapeConfigs: { enabled: true, excludeNamespaces: ['shop'] } }),
    good: objects({ probes: { excludeNamespaces: ['shop'] } }),
  },
  {
    code: 'features.expression-incomplete',
    bad: objects({ probes: { labelExpressions: [{ key: 'a' }] } }),
    good: objects({ probes: { labelExpressions: [{ key: 'a', operator: 'Exists' }] } }),
  },
  {
    code: 'features.no-beyla',
    on: on('autoInstrumentation'),
    bad: { autoInstrumentation: { beyla: { enabled: false } } },
    good: { autoInstrumentation: { beyla: { enabled: true } } },
  },
  {
    code: 'features.beyla-cluster-name',
    on: on('autoInstrumentation'),
    bad: { cluster: { name: '', nameFrom: 'sys.env("CLUSTER")' } },
  },
  {
    code: 'features.beyla-elsewhere',
    on: on('autoInstrumentation'),
    bad: { global: { namespaceOverride: 'elsewhere' } },
  },
  {
    code: 'features.beyla-traces-stay',
    on: on('autoInstrumentation'),
    bad: {},
    good: receiving(),
  },
  {
    code: 'features.label-name',
    bad: set('podLogsViaKubernetesApi', { staticLabels: { 'my-label': 'x' } }),
    good: set('podLogsViaKubernetesApi', { staticLabels: { my_label: 'x' } }),
  },
  {
    code: 'features.scraped-repeatedly',
    bad: collector({ presets: ['daemonset'] }, 'autoInstrumentation'),
    good: collector({ presets: ['clustered', 'daemonset'] }, 'autoInstrumentation'),
  },
  {
    code: 'features.scraped-repeatedly',
    on: {
      integrations: { etcd: { instances: [{ name: 'e', labelSelectors: { app: 'etcd' } }] } },
    },
    bad: { collectors: { lone: twoReplicas } },
    good: { collectors: { lone: clustered } },
    asIs: true,
  },
]

const processed = (processor: unknown, feature: string = 'clusterEvents'): Values => ({
  ...set(feature, { dataProcessors: ['mine'] }),
  dataProcessors: { mine: processor },
})
const enriching = { type: 'kubernetesEnrichment', podLabels: { team: 'team' } }
const experimental = collector({
  presets: ['singleton'],
  alloy: { stabilityLevel: 'experimental' },
})
const custom = (loki: object) => ({ type: 'custom', logs: { loki: { enabled: true, ...loki } } })
const wired = {
  input: 'loki.process.mine.receiver',
  config: 'loki.process "mine" { forward_to = [loki.process.mine_out_logs_loki.receiver] }',
}

export const processorCases: readonly RuleCase[] = [
  {
    code: 'processors.bad-name',
    on: experimental,
    bad: { dataProcessors: { 'my one': enriching } },
    good: { dataProcessors: { 'my-one': enriching } },
  },
  {
    code: 'processors.unknown-type',
    on: experimental,
    bad: { dataProcessors: { mine: { type: 'magic' } } },
    good: { dataProcessors: { mine: enriching } },
  },
  {
    code: 'processors.undefined',
    on: experimental,
    bad: { clusterEvents: { dataProcessors: ['gone'] } },
    good: processed(enriching),
  },
  {
    code: 'processors.unsupported',
    on: receiving(),
    bad: processed({ type: 'ec2Enrichment', tags: { team: 'Team' } }, 'applicationObservability'),
    good: processed(enriching, 'applicationObservability'),
  },
  {
    code: 'processors.not-experimental',
    bad: { ...collector({ presets: ['singleton'] }), ...processed(enriching) },
    good: processed(custom(wired)),
    asIs: true,
  },
  {
    code: 'processors.nothing-to-copy',
    on: experimental,
    bad: processed({ type: 'kubernetesEnrichment' }),
    good: processed(enriching),
  },
  {
    code: 'processors.empty-source',
    on: experimental,
    bad: processed({ type: 'ec2Enrichment', tags: { team: '', kind: 'Kind' } }),
    good: processed({ type: 'ec2Enrichment', tags: { team: 'Team' } }),
  },
  {
    code: 'processors.takes-nothing',
    bad: { dataProcessors: { mine: { type: 'custom' } } },
    good: { dataProcessors: { mine: custom(wired) } },
  },
  {
    code: 'processors.no-input',
    bad: processed(custom({ ...wired, input: '' })),
    good: processed(custom(wired)),
  },
  {
    code: 'processors.no-way-out',
    bad: processed(custom({ ...wired, config: 'loki.process "mine" { forward_to = [] }' })),
    good: processed(custom(wired)),
  },
  {
    code: 'processors.pods-need-all-labels',
    on: experimental,
    bad: processed({ ...enriching, podLabels: { team: 'team', kind: 'kind' } }),
    good: processed(enriching),
  },
  {
    code: 'processors.duplicate-components',
    on: {
      ...experimental,
      dataProcessors: { mine: enriching },
      clusterEvents: { enabled: true, collector: 'lone', dataProcessors: ['mine'] },
    },
    bad: {
      kubernetesManifests: { enabled: true, collector: 'lone', dataProcessors: ['mine'] },
    },
    good: { kubernetesManifests: { enabled: true, collector: 'lone' } },
  },
  {
    code: 'processors.same-name',
    bad: { dataProcessors: { 'the-one': enriching, the_one: enriching } },
    good: { dataProcessors: { 'the-one': enriching } },
  },
]

const instances = (type: string, ...list: object[]): Values => ({
  integrations: { [type]: { instances: list } },
})
const mysql = (settings: object = {}): Values =>
  instances('mysql', {
    name: 'db',
    exporter: { dataSource: { host: 'db', auth: { username: 'u', password: 'p' } } },
    logs: { enabled: false },
    ...settings,
  })
const etcd = { name: 'etcd', labelSelectors: { app: 'etcd' } }

export const integrationCases: readonly RuleCase[] = [
  {
    code: 'integrations.no-selector',
    bad: instances('etcd', { name: 'etcd' }),
    good: instances('etcd', etcd),
  },
  {
    code: 'integrations.selector-not-text',
    bad: instances('etcd', { name: 'etcd', labelSelectors: { tier: 1 } }),
    good: instances('etcd', { name: 'etcd', labelSelectors: { tier: '1' } }),
  },
  {
    code: 'integrations.default-selector',
    bad: instances('loki', { name: 'loki', labelSelectors: { app: 'loki' } }),
    good: instances('loki', {
      name: 'loki',
      labelSelectors: { app: 'loki', 'app.kubernetes.io/name': 'loki' },
    }),
  },
  {
    code: 'integrations.setting-ignored',
    bad: mysql({ exporter: { dataSource: { host: 'db', auth: { password: 'p' } } } }),
    good: mysql(),
  },
  {
    code: 'integrations.carried-over',
    bad: instances(
      'loki',
      { name: 'one', logs: { tuning: { scrubTimestamp: false } } },
      { name: 'two' },
    ),
    good: instances(
      'loki',
      { name: 'one', logs: { tuning: { scrubTimestamp: false } } },
      { name: 'two', logs: { tuning: { scrubTimestamp: true } } },
    ),
  },
  {
    code: 'integrations.reserved-label',
    bad: mysql({ databaseObservability: { enabled: true, labels: { job: 'db' } } }),
    good: mysql({ databaseObservability: { enabled: true, labels: { team: 'db' } } }),
  },
  {
    code: 'integrations.no-name',
    bad: instances('etcd', { ...etcd, name: '' }),
    good: instances('etcd', etcd),
  },
  {
    code: 'integrations.bad-name',
    bad: instances('etcd', { ...etcd, name: '1st' }),
    good: instances('etcd', { ...etcd, name: 'first' }),
  },
  {
    code: 'integrations.same-name',
    bad: instances('etcd', etcd, etcd),
    good: instances('etcd', etcd, { ...etcd, name: 'other' }),
  },
  {
    code: 'integrations.no-data-source',
    bad: mysql({ exporter: {} }),
    good: mysql(),
  },
  {
    code: 'integrations.observability-without-metrics',
    on: on('podLogsViaLoki'),
    bad: mysql({
      metrics: { enabled: false },
      logs: { enabled: true, labelSelectors: { app: 'db' } },
      databaseObservability: { enabled: true },
    }),
    good: mysql({
      logs: { enabled: true, labelSelectors: { app: 'db' } },
      databaseObservability: { enabled: true },
    }),
  },
  {
    code: 'integrations.same-secret',
    bad: {
      integrations: {
        ...(mysql().integrations as object),
        postgresql: {
          instances: [
            {
              name: 'db',
              exporter: { dataSource: { host: 'db', auth: { username: 'u', password: 'p' } } },
              logs: { enabled: false },
            },
          ],
        },
      },
    },
    good: mysql(),
  },
]
