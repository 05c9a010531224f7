import { collector, on, type RuleCase } from './case'

const singleton = collector({ presets: ['singleton'] })
const own = (extraConfig: string) => collector({ presets: ['singleton'], extraConfig })
const keyed = {
  enabled: true,
  url: 'https://fleet.example.com',
  auth: { type: 'basic', username: 'u', password: 'p' },
}

export const collectorCases: readonly RuleCase[] = [
  { code: 'collectors.none', bad: on('clusterEvents'), good: singleton, asIs: true },
  {
    code: 'collectors.same-name',
    on: singleton,
    bad: { collectors: { the_one: { enabled: false }, 'the-one': { enabled: false } } },
    good: { collectors: { the_one: { enabled: false }, other: { enabled: false } } },
  },
  {
    code: 'collectors.same-object',
    on: {
      clusterEvents: { enabled: true, collector: 'one' },
      nodeLogs: { enabled: true, collector: 'two' },
      collectors: {
        one: { presets: ['singleton'] },
        two: { presets: ['filesystem-log-reader', 'daemonset'] },
      },
    },
    bad: { nameOverride: 'same' },
  },
  {
    code: 'collectors.presets-no-list',
    bad: collector({ presets: 'singleton' }),
    good: singleton,
  },
  {
    code: 'collectors.unknown-preset',
    bad: collector({ presets: ['singleton', 'gigantic'] }),
    good: collector({ presets: ['singleton', 'small'] }),
  },
  {
    code: 'collectors.privileged-preset',
    on: on('profiling'),
    bad: collector({ presets: ['privileged', 'root', 'daemonset'] }, 'profiling'),
    good: collector({ presets: ['privileged', 'daemonset'] }, 'profiling'),
  },
  {
    code: 'collectors.unused',
    on: singleton,
    bad: { collectors: { idle: {} }, selfReporting: { enabled: false } },
    good: { collectors: { idle: { enabled: false } } },
  },
  {
    code: 'collectors.not-clustered',
    bad: collector({ presets: ['statefulset'], controller: { replicas: 2 } }, 'costMetrics'),
    good: collector(
      { presets: ['clustered', 'statefulset'], controller: { replicas: 2 } },
      'costMetrics',
    ),
  },
  {
    code: 'collectors.not-clustered',
    on: on('clusterMetrics'),
    bad: {
      clusterMetrics: {
        testing: { enabled: true, Collector: { controller: { type: 'daemonset' } } },
      },
    },
  },
  {
    code: 'collectors.stability',
    bad: own('otelcol.exporter.debug "it" { }'),
    good: collector({
      presets: ['singleton'],
      alloy: { stabilityLevel: 'experimental' },
      extraConfig: 'otelcol.exporter.debug "it" { }',
    }),
    asIs: true,
  },
  {
    code: 'collectors.operator-refuses',
    on: on('nodeLogs'),
    bad: collector(
      {
        presets: ['filesystem-log-reader', 'daemonset'],
        controller: { podDisruptionBudget: { enabled: true, minAvailable: 1 } },
      },
      'nodeLogs',
    ),
    good: collector({ presets: ['filesystem-log-reader', 'daemonset'] }, 'nodeLogs'),
  },
  {
    code: 'collectors.remote-config-without-key',
    bad: collector({
      presets: ['singleton'],
      remoteConfig: keyed,
      alloy: { extraEnv: [{ name: 'A', value: 'b' }] },
    }),
    good: collector({ presets: ['singleton'], remoteConfig: keyed }),
  },
  {
    code: 'collectors.preset-overruled',
    bad: collector({ presets: ['small', 'singleton', 'large'] }),
    good: collector({ presets: ['singleton', 'large'] }),
  },
  {
    code: 'collectors.preset-overruled',
    bad: collector({ presets: ['deployment', 'statefulset'] }),
    good: collector(
      { presets: ['root', 'host-network', 'host-storage', 'host-cgroup', 'daemonset'] },
      'profiling',
    ),
  },
  {
    code: 'collectors.addition-lost',
    bad: collector({
      presets: ['singleton'],
      alloy: { mounts: { extra: [{ name: 'scratch', mountPath: '/scratch' }] } },
      controller: { volumes: { extra: [{ name: 'scratch', emptyDir: {} }] } },
    }),
    good: singleton,
  },
  {
    code: 'collectors.no-controller',
    bad: collector({}),
    good: collector({ controller: { type: 'deployment' } }),
    asIs: true,
  },
  {
    code: 'alloy.nothing-to-replace',
    on: singleton,
    bad: { replaceComponent: [{ type: 'loki.write', name: 'lgos', content: '' }] },
    good: { replaceComponent: [{ type: 'loki.write', name: 'logs', content: '' }] },
  },
  { code: 'alloy.syntax', bad: own('loki.echo "it" {'), good: own('loki.echo "it" { }') },
  {
    code: 'alloy.template',
    bad: own('// {{ lookup "v1" "Pod" "" "" }}'),
    good: own('// {{ .Release.Name }}'),
  },
  {
    code: 'alloy.component',
    bad: own('loki.echo "it" { volume = 11 }'),
    good: own('loki.echo "it" { }'),
  },
  {
    code: 'alloy.reference',
    bad: own('discovery.relabel "it" { targets = discovery.kubernetes.gone.targets }'),
    good: own('discovery.relabel "it" { targets = [] }'),
  },
  {
    code: 'integrations.pod-logs-off',
    on: { integrations: { loki: { instances: [{ name: 'l', labelSelectors: { app: 'l' } }] } } },
    bad: { podLogsViaLoki: { enabled: false } },
    good: { podLogsViaLoki: { enabled: true } },
  },
  {
    code: 'features.port-closed',
    bad: {
      ...on('applicationObservability'),
      applicationObservability: {
        enabled: true,
        collector: 'lone',
        receivers: { otlp: { grpc: { enabled: true } } },
      },
      collectors: {
        lone: {
          presets: ['deployment'],
          alloy: { extraPorts: [{ name: 'web', port: 80, targetPort: 80 }] },
        },
      },
    },
    good: {
      applicationObservability: {
        enabled: true,
        collector: 'lone',
        receivers: { otlp: { grpc: { enabled: true } } },
      },
      collectors: { lone: { presets: ['deployment'] } },
    },
  },
]
