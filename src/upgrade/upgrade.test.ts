import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { complete } from '../complete'
import { generate } from '../generate'
import { type ChartMajor, chartMajor, upgrade } from './upgrade'

const v3 = {
  cluster: { name: 'prod' },
  destinations: [
    { name: 'metrics', type: 'prometheus', url: 'https://m.example/api/v1/write' },
    { name: 'logs', type: 'loki', url: 'https://l.example/push' },
    { type: 'pyroscope', url: 'https://p.example' },
  ],
  clusterMetrics: {
    enabled: true,
    kubelet: { scrapeInterval: '30s' },
    'kube-state-metrics': { namespace: 'k', replicas: 2 },
    'node-exporter': { labelSelectors: { app: 'node' }, tolerations: [{ operator: 'Exists' }] },
    'windows-exporter': { enabled: false, deploy: false },
    opencost: { enabled: true },
  },
  podLogs: { enabled: true, gatherMethod: 'kubernetesApi', labelsToKeep: ['app'] },
  profiling: { enabled: true, java: { enabled: false } },
  prometheusOperatorObjects: { enabled: false, crds: { deploy: true } },
  integrations: { mysql: { instances: [{ name: 'db' }] } },
  'alloy-metrics': { enabled: true, alloy: { stabilityLevel: 'experimental' } },
  'alloy-logs': { enabled: false, controller: { replicas: 2 } },
  'alloy-profiles': { enabled: true },
}

const v1 = {
  cluster: { name: 'prod', platform: 'openshift' },
  externalServices: {
    prometheus: {
      hostKey: 'host',
      secret: { create: false, name: 's' },
      basicAuth: { usernameKey: 'u', passwordKey: 'p' },
      queue_config: { max_shards: 5 },
      tls: { insecure_skip_verify: true },
    },
    loki: { host: 'https://l.example', authMode: 'none', externalLabels: { a: 'b' } },
    tempo: { host: 'https://t.example', protocol: 'otlphttp', searchEndpoint: '/x' },
  },
  metrics: {
    scrapeInterval: '30s',
    kubelet: { extraMetricRelabelingRules: 'rule {}' },
    cost: { enabled: false },
    podMonitors: { selector: 'match {}' },
    alloy: { enabled: false },
  },
  logs: {
    pod_logs: { gatherMethod: 'api' },
    cluster_events: { enabled: false },
    extraConfig: 'a "b" {}',
  },
  traces: { enabled: true },
  receivers: { zipkin: { enabled: false }, jaeger: { grpc: { enabled: true } } },
  'prometheus-node-exporter': { enabled: false },
  'alloy-logs': { controller: { replicas: 2 } },
}

describe('from chart 3', () => {
  const { from, values, notes } = upgrade(v3)

  test('destinations and collectors stand under their names', () => {
    expect(from).toBe(3)
    expect(values).toMatchObject({
      destinations: {
        metrics: { type: 'prometheus' },
        logs: { type: 'loki' },
        pyroscope: { type: 'pyroscope' },
      },
      collectors: {
        'alloy-metrics': {
          presets: ['clustered', 'statefulset'],
          alloy: { stabilityLevel: 'experimental' },
        },
        'alloy-profiles': { presets: ['privileged', 'daemonset'] },
      },
    })
    expect(values).not.toHaveProperty('alloy-metrics')
    expect(values.collectors).not.toHaveProperty('alloy-logs')
  })

  test('exporters part into scraping and deploying, and what was on by itself is written out', () => {
    expect(values.clusterMetrics).toEqual({
      enabled: true,
      kubelet: { scrapeInterval: '30s' },
      'kube-state-metrics': { namespace: 'k' },
      collector: 'alloy-metrics',
    })
    expect(values.hostMetrics).toEqual({
      enabled: true,
      collector: 'alloy-metrics',
      linuxHosts: { enabled: true, labelMatchers: { app: 'node' } },
    })
    expect(values.costMetrics).toEqual({ enabled: true, collector: 'alloy-metrics' })
    expect(values.telemetryServices).toEqual({
      'kube-state-metrics': { deploy: true, replicas: 2 },
      'node-exporter': { deploy: true, tolerations: [{ operator: 'Exists' }] },
      opencost: {
        deploy: true,
        metricsSource: 'metrics',
        opencost: {
          prometheus: { external: { url: 'https://m.example/api/v1/query' } },
          exporter: { defaultClusterId: 'prod' },
        },
      },
    })
  })

  test('features keep to their collectors and defaults', () => {
    expect(values).toMatchObject({
      podLogsViaKubernetesApi: { enabled: true, collector: 'alloy-logs' },
      profiling: {
        ebpf: { enabled: true },
        java: { enabled: false },
        pprof: { enabled: true },
        collector: 'alloy-profiles',
      },
      integrations: { collector: 'alloy-metrics' },
      prometheusOperatorObjects: { enabled: false },
    })
    expect(values).not.toHaveProperty('podLogs')
  })

  test('each thing that is gone is told', () => {
    const dropped = notes
      .filter(({ kind }) => kind === 'dropped')
      .map((note) => note.from?.join('.'))
    expect(dropped).toEqual([
      'alloy-logs',
      'podLogs.labelsToKeep',
      'prometheusOperatorObjects.crds',
    ])
  })
})

describe('from chart 1', () => {
  const { from, values, notes } = upgrade(v1)

  test('services become destinations', () => {
    expect(from).toBe(1)
    expect(values.destinations).toEqual({
      metricsService: {
        type: 'prometheus',
        urlFrom:
          'convert.nonsensitive(remote.kubernetes.secret.metricsservice.data["host"]) + "/api/prom/push"',
        secret: { create: false, name: 's' },
        auth: { type: 'basic', usernameKey: 'u', passwordKey: 'p' },
        queueConfig: { maxShards: 5 },
        tls: { insecureSkipVerify: true },
      },
      logsService: {
        type: 'loki',
        url: 'https://l.example/loki/api/v1/push',
        extraLabels: { a: 'b' },
        auth: { type: 'none' },
      },
      tracesService: {
        type: 'otlp',
        protocol: 'http',
        url: 'https://t.example',
        metrics: { enabled: false },
        logs: { enabled: false },
        traces: { enabled: true },
      },
    })
  })

  test('what was on by itself is on, what was off is not', () => {
    expect(values).toMatchObject({
      cluster: { name: 'prod' },
      global: { platform: 'openshift', scrapeInterval: '30s' },
      clusterMetrics: { enabled: true, kubelet: { extraMetricProcessingRules: 'rule {}' } },
      hostMetrics: { linuxHosts: { enabled: true }, windowsHosts: { enabled: true } },
      annotationAutodiscovery: { enabled: true },
      prometheusOperatorObjects: { enabled: true },
      podLogsViaKubernetesApi: { enabled: true },
      applicationObservability: {
        enabled: true,
        receivers: {
          otlp: { grpc: { enabled: true }, http: { enabled: true } },
          jaeger: { grpc: { enabled: true } },
        },
      },
      collectors: {
        'alloy-logs': { controller: { replicas: 2 }, extraConfig: 'a "b" {}' },
        'alloy-receiver': {},
      },
    })
    expect(values).not.toHaveProperty('clusterEvents')
    expect(values).not.toHaveProperty('integrations')
    expect(values).not.toHaveProperty('costMetrics')
    expect(values.telemetryServices).not.toHaveProperty('node-exporter')
  })

  test('what needs the user’s eye is told', () => {
    const checks = notes
      .filter((note) => note.kind === 'check' && note.from !== undefined)
      .map((note) => note.from?.join('.'))
    expect(checks).toEqual(['metrics.podMonitors.selector', 'logs.extraConfig'])
    expect(notes).toContainEqual(
      expect.objectContaining({
        kind: 'dropped',
        from: ['externalServices', 'tempo', 'searchEndpoint'],
      }),
    )
  })
})

test('what is upgraded and completed can be installed', () => {
  for (const values of [v3, v1]) {
    const { integrations: _, ...upgraded } = upgrade(values).values
    const { diagnostics } = generate(complete(upgraded).values)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  }
})

test.each<[ChartMajor, Record<string, unknown>]>([
  [1, { externalServices: {} }],
  [1, { metrics: { enabled: true } }],
  [2, { destinations: [], global: { alloyModules: { source: 'git' } } }],
  [3, { destinations: [] }],
  [3, { 'alloy-metrics': { enabled: true } }],
  [4, { destinations: {} }],
  [4, {}],
  [4, { clusterMetrics: { enabled: true } }],
])('values of chart %i are known as such', (major, values) => {
  expect(chartMajor(values)).toBe(major)
})

test('values of chart 4 come back as they are, and an upgrade needs no second one', () => {
  for (const values of [v3, v1]) {
    const once = upgrade(values).values
    expect(upgrade(once)).toEqual({ from: 4, values: once, notes: [] })
  }
})

test('no values make it throw, and none are changed', () => {
  const paths = [
    'externalServices',
    'metrics',
    'logs',
    'traces',
    'receivers',
    'destinations',
    'clusterMetrics',
    'podLogs',
    'alloy-logs',
    'profiling',
    'integrations',
    'opencost',
    'beyla',
    '__proto__',
  ]
  const inner = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.dictionary(
      fc.constantFrom('enabled', 'opencost', 'host', 'prometheus', 'grpc', 'instances', 'kepler'),
      fc.jsonValue({ maxDepth: 2 }),
    ),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...paths), inner), (values) => {
      const before = JSON.stringify(values)
      upgrade(values)
      expect(JSON.stringify(values)).toBe(before)
    }),
    { numRuns: 500 },
  )
  upgrade(fc.sample(fc.anything(), 1)[0])
})
