import { collector, destination, on, type RuleCase, type Values } from './case'

const services = (settings: object): Values => ({ telemetryServices: settings })
const reader = (settings: object = {}) =>
  collector({ presets: ['filesystem-log-reader', 'daemonset'], ...settings }, 'podLogsViaLoki')
const kubeState = on('clusterMetrics')
const scrape = { 'k8s.grafana.com/scrape': 'true' }
const monitored = {
  'kube-state-metrics': { deploy: true, prometheus: { monitor: { enabled: true } } },
}
const azure = { 'kubernetes.azure.com/set-kube-service-host-fqdn': 'true' }
const long = (count: number) => `// ${'x'.repeat(98)}\n`.repeat(count)
const singleton = { presets: ['singleton'] }

export const adviceCases: readonly RuleCase[] = [
  {
    code: 'advice.scraped-by-monitors',
    on: { ...kubeState, ...on('prometheusOperatorObjects') },
    bad: services(monitored),
    good: {
      prometheusOperatorObjects: { serviceMonitors: { excludeNamespaces: ['monitoring'] } },
    },
  },
  {
    code: 'advice.scraped-by-monitors',
    on: on('prometheusOperatorObjects'),
    bad: kubeState,
  },
  {
    code: 'advice.scraped-by-annotations',
    on: { ...kubeState, ...on('annotationAutodiscovery') },
    bad: services({ 'kube-state-metrics': { deploy: true, podAnnotations: scrape } }),
    good: services({ 'kube-state-metrics': { deploy: true, podAnnotations: { other: 'true' } } }),
  },
  {
    code: 'advice.scraped-by-annotations',
    on: {
      annotationAutodiscovery: {
        enabled: true,
        annotations: { scrape: 'prometheus.io/scrape' },
      },
    },
    bad: { clusterMetrics: { enabled: true, kubeDNS: { enabled: true } } },
    good: kubeState,
  },
  {
    code: 'advice.service-unused',
    on: kubeState,
    bad: services({ 'node-exporter': { deploy: true } }),
    good: {
      hostMetrics: { enabled: true, linuxHosts: { enabled: true } },
      ...services({ 'node-exporter': { deploy: true } }),
    },
  },
  {
    code: 'advice.service-unused',
    bad: {
      hostMetrics: { enabled: true, linuxHosts: { enabled: true, source: 'alloy' } },
      ...services({ 'node-exporter': { deploy: true } }),
    },
    good: { hostMetrics: { enabled: true, linuxHosts: { enabled: true, source: 'alloy' } } },
  },
  {
    code: 'advice.positions-lost',
    bad: reader(),
    good: reader({ presets: ['filesystem-log-reader', 'host-storage', 'daemonset'] }),
  },
  {
    code: 'advice.positions-lost',
    bad: reader({
      alloy: { storagePath: '/data', mounts: { extra: [{ name: 'data', mountPath: '/data' }] } },
      controller: { volumes: { extra: [{ name: 'data', emptyDir: {} }] } },
    }),
    good: reader({
      alloy: {
        storagePath: '/data/alloy',
        mounts: { extra: [{ name: 'data', mountPath: '/data' }] },
      },
      controller: { volumes: { extra: [{ name: 'data', hostPath: { path: '/data' } }] } },
    }),
  },
  {
    code: 'advice.secret-in-values',
    bad: destination('metrics', { auth: { type: 'basic', username: 'u', password: 'p' } }),
    good: destination('metrics', {
      auth: { type: 'basic', usernameFrom: 'sys.env("U")', passwordFrom: 'sys.env("P")' },
    }),
  },
  {
    code: 'advice.plain-http',
    bad: destination('metrics', { url: 'http://metrics.example.com/push' }),
    good: destination('metrics', { url: 'http://mimir.monitoring.svc:8080/push' }),
  },
  {
    code: 'advice.plain-http',
    on: destination('traces', { url: 'traces.example.com:4317' }),
    bad: destination('traces', { tls: { insecure: true } }),
  },
  {
    code: 'advice.unverified-tls',
    bad: destination('metrics', { tls: { insecureSkipVerify: true } }),
    good: destination('metrics', { tls: { insecureSkipVerify: false } }),
  },
  {
    code: 'advice.no-requests',
    bad: collector(singleton),
    good: collector({ presets: ['singleton', 'small'] }),
  },
  {
    code: 'advice.unused-destination',
    bad: on('clusterEvents'),
    good: {
      ...on('clusterEvents', 'clusterMetrics', 'profiling'),
      profiling: { enabled: true, ebpf: { enabled: true } },
      destinations: { traces: { disabled: true } },
    },
  },
  {
    code: 'advice.keeps-everything',
    bad: {
      clusterMetrics: {
        enabled: true,
        cadvisor: { metricsTuning: { useDefaultAllowList: false } },
      },
    },
    good: {
      clusterMetrics: {
        enabled: true,
        cadvisor: {
          metricsTuning: { useDefaultAllowList: false, includeMetrics: ['container_.*'] },
        },
      },
    },
  },
  {
    code: 'advice.config-too-large',
    bad: collector({ ...singleton, extraConfig: long(10_000) }),
    good: collector({ ...singleton, extraConfig: long(3_000) }),
  },
]

const host = (settings: object) => collector(settings, 'nodeLogs')
const windows = (settings: object) => ({
  windowsEventLogs: {
    enabled: true,
    collector: 'lone',
    sources: [{ name: 'system', eventLogName: 'System' }],
  },
  collectors: { lone: settings },
})
const openShift = { global: { platform: 'openshift' } }

export const platformCases: readonly RuleCase[] = [
  {
    code: 'platforms.openshift-constraints',
    on: openShift,
    bad: collector({ presets: ['host-storage', 'daemonset'] }, 'profiling'),
    good: host({ presets: ['filesystem-log-reader', 'host-storage', 'daemonset'] }),
  },
  {
    code: 'platforms.openshift-constraints',
    on: openShift,
    bad: collector({ ...singleton, serviceAccount: { name: 'mine' } }),
    good: collector(singleton),
  },
  {
    code: 'platforms.openshift-constraints',
    on: openShift,
    bad: collector({
      ...singleton,
      alloy: { securityContext: { capabilities: { add: ['SYS_ADMIN'] } } },
    }),
    good: collector({
      ...singleton,
      alloy: { securityContext: { capabilities: { add: ['CHOWN'] } } },
    }),
  },
  {
    code: 'platforms.windows-refuses',
    bad: windows({ presets: ['windows', 'windows-host-process', 'root', 'daemonset'] }),
    good: windows({ presets: ['windows', 'windows-host-process', 'daemonset'] }),
  },
  {
    code: 'platforms.windows-refuses',
    on: windows({ presets: ['windows', 'windows-host-process', 'daemonset'] }),
    bad: { collectors: { lone: { configReloader: { enabled: true } } } },
  },
  {
    code: 'platforms.aks-annotation',
    on: on('clusterEvents', 'clusterMetrics'),
    bad: {
      collectors: {
        'alloy-singleton': { presets: ['singleton'], controller: { podAnnotations: azure } },
      },
    },
    good: {
      collectors: {
        'alloy-singleton': { presets: ['singleton'], controller: { podAnnotations: azure } },
        'alloy-metrics': {
          presets: ['clustered', 'statefulset'],
          controller: { podAnnotations: azure },
        },
      },
      telemetryServices: { 'kube-state-metrics': { deploy: true, podAnnotations: azure } },
    },
  },
  {
    code: 'platforms.no-host-here',
    bad: host({
      presets: ['filesystem-log-reader', 'daemonset'],
      controller: { nodeSelector: { 'eks.amazonaws.com/compute-type': 'fargate' } },
    }),
    good: host({
      presets: ['filesystem-log-reader', 'daemonset'],
      controller: { nodeSelector: { 'eks.amazonaws.com/compute-type': 'ec2' } },
    }),
  },
  {
    code: 'platforms.host-access',
    bad: host({ presets: ['filesystem-log-reader', 'daemonset'] }),
    good: collector(singleton),
  },
  {
    code: 'platforms.control-plane',
    bad: { clusterMetrics: { enabled: true, controlPlane: { enabled: true } } },
    good: on('clusterMetrics'),
  },
  { code: 'platforms.no-journal', bad: on('nodeLogs'), good: on('podLogsViaLoki') },
]
