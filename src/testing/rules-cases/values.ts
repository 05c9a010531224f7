import { collector, destination, on, type RuleCase } from './case'

const events = on('clusterEvents')
const secretObject = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'mine' } }

export const valuesCases: readonly RuleCase[] = [
  { code: 'values.not-a-map', bad: ['a', 'list'], good: {}, asIs: true },
  {
    code: 'values.wrong-type',
    on: events,
    bad: { clusterEvents: { clustering: 'yes, please' } },
    good: { clusterEvents: { clustering: false } },
  },
  {
    code: 'values.not-a-choice',
    bad: { global: { platform: 'mainframe' } },
    good: { global: { platform: 'openshift' } },
  },
  {
    code: 'values.unknown-key',
    on: events,
    bad: { clusterEvents: { namespace: ['shop'] } },
    good: { clusterEvents: { namespaces: ['shop'] } },
  },
  {
    code: 'values.misplaced-key',
    bad: collector({ storagePath: '/data' }),
    good: collector({ alloy: { storagePath: '/data' } }),
  },
  {
    code: 'values.left-out',
    bad: destination('metrics', { auth: { type: 'basic', username: 'u', password: 'left-out' } }),
    good: destination('metrics', { auth: { type: 'basic', username: 'u', password: 'mine' } }),
  },
  { code: 'values.no-cluster-name', bad: { cluster: { name: '' } } },
  { code: 'values.version-1', bad: { externalServices: { prometheus: {} } } },
  {
    code: 'values.not-an-object',
    bad: { extraObjects: [{ kind: 'Secret' }] },
    good: { extraObjects: [secretObject] },
  },
  { code: 'values.older-key', bad: { podLogs: { enabled: true } }, good: on('podLogsViaLoki') },
  {
    code: 'values.not-a-duration',
    bad: { global: { scrapeInterval: 'often' } },
    good: { global: { scrapeInterval: '1m30s' } },
  },
  {
    code: 'values.null-section',
    bad: { clusterMetrics: { enabled: true, kubelet: null } },
    good: { clusterMetrics: { enabled: true, kubelet: { enabled: false } } },
  },
  {
    code: 'values.null-section',
    on: on('clusterMetrics'),
    bad: { clusterMetrics: { kubelet: { metricsTuning: null } } },
    good: { clusterMetrics: { kubelet: { enabled: false, metricsTuning: null } } },
  },
  {
    code: 'values.null-section',
    on: events,
    bad: destination('logs', { auth: null }),
    good: destination('logs', { tls: null }),
  },
  {
    code: 'values.null-section',
    on: events,
    bad: { clusterEvents: { destinations: null } },
    good: { nodeLogs: { enabled: false, destinations: null } },
  },
  {
    code: 'values.null-section',
    bad: collector({ presets: ['singleton'], logging: null }),
    good: collector({ presets: ['singleton'], image: null }),
  },
  {
    code: 'values.null-section',
    on: events,
    bad: { collectorCommon: { alloy: null } },
  },
  {
    code: 'values.repeated-item',
    on: events,
    bad: { clusterEvents: { destinations: ['logs', 'logs'] } },
    good: { clusterEvents: { destinations: ['logs'] } },
  },
  {
    code: 'values.not-a-quantity',
    on: {
      ...on('clusterMetrics', 'costMetrics'),
      telemetryServices: { opencost: { deploy: true, metricsSource: 'metrics' } },
    },
    bad: {
      telemetryServices: { opencost: { opencost: { exporter: { persistence: { size: 'big' } } } } },
    },
    good: {
      telemetryServices: { opencost: { opencost: { exporter: { persistence: { size: '1Gi' } } } } },
    },
  },
  {
    code: 'values.not-a-name',
    bad: { global: { namespaceOverride: 'My Space' } },
    good: { global: { namespaceOverride: 'my-space' } },
  },
  {
    code: 'values.not-a-url',
    bad: destination('metrics', { url: 'some where' }),
    good: destination('metrics', { url: 'https://somewhere.example.com' }),
  },
  {
    code: 'values.unknown-destination',
    on: events,
    bad: { clusterEvents: { destinations: ['logs', 'lgos'] } },
    good: { clusterEvents: { destinations: ['logs'] } },
  },
  {
    code: 'values.same-object',
    on: events,
    bad: {
      extraObjects: [
        { ...secretObject, kind: 'ConfigMap', metadata: { name: 'harbour-alloy-singleton' } },
      ],
    },
    good: { extraObjects: [secretObject] },
    release: 'harbour',
  },
  {
    code: 'values.same-object',
    on: events,
    bad: collector({ extraService: { enabled: true, name: 'lone' } }),
    good: collector({ extraService: { enabled: true, name: 'address' } }),
    release: 'harbour',
  },
  {
    code: 'values.same-object',
    bad: collector({ presets: ['singleton'], fullnameOverride: 'harbour-alloy-operator' }),
    good: collector({ presets: ['singleton'] }),
    release: 'harbour',
  },
]
