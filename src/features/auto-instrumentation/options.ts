import { plainTuning, ruleFields, timingFields } from '../../pipelines/metrics-source'
import { beylaFields } from '../../services/beyla/options'
import { anything, choice, flag, group, map, text } from '../../values/options'
import { commonFields } from '../common'
import { beylaDefaults } from './beyla-defaults'

const { scrapeInterval } = timingFields

/** What this chart sets of the chart beyla, which it brings. */
const beylaChartDefaults = {
  enabled: true,
  nameOverride: '',
  targetPort: 9090,
  cacheReplicas: 1,
  cacheResources: {
    requests: { cpu: '0.1', memory: '256Mi' },
    limits: { cpu: '3.0', memory: '2Gi' },
  },
  podAnnotations: {
    'k8s.grafana.com/job': 'default/beyla',
    'k8s.grafana.com/logs.job': 'integrations/beyla',
  },
  nodeSelector: { 'kubernetes.io/os': 'linux' },
  tolerations: [{ effect: 'NoSchedule', operator: 'Exists' }],
} as const

/** `autoInstrumentation.beyla`: what this chart reads of it, and what Beyla's own chart does. */
const beyla = group(
  {
    preset: choice(
      ['application', 'network'],
      'application',
      'What Beyla watches: requests of applications, or traffic between workloads.',
      { common: true },
    ),
    deliverTracesToApplicationObservability: flag(
      true,
      'Send the traces that Beyla makes to the OTLP receiver of Application Observability, when that is on.',
      { common: true },
    ),
    labelMatchers: map(
      anything('', 'The label’s value.'),
      'Labels that find Beyla’s pods in the collector’s own namespace.',
      { initial: { 'app.kubernetes.io/name': 'beyla' } },
    ),
    scrapeInterval,
    ...ruleFields,
    metricsTuning: plainTuning,
    config: group(
      {
        data: anything(
          beylaDefaults,
          'Beyla’s own configuration. Cluster name, ports, the preset’s sections and the address for traces are filled in.',
        ),
        create: flag(false, 'Leave this off: the chart makes the ConfigMap itself.'),
        name: text('', 'Name of a ConfigMap of your own, which Beyla then reads instead.'),
        skipConfigMapCheck: flag(true, 'Leave this on: the chart makes the ConfigMap itself.'),
        checksum: text(
          '{{ include "k8s-monitoring.beyla.config" . | sha256sum }}',
          'What restarts Beyla when its configuration changes.',
        ),
      },
      'Beyla’s configuration file.',
      { open: true },
    ),
    portConflictCheck: flag(
      true,
      'On installation, stop when another DaemonSet takes the same port on the nodes.',
    ),
    ...beylaFields(beylaChartDefaults),
  },
  'Beyla, which watches applications from the kernel.',
  { open: true },
)

/** charts/feature-auto-instrumentation/values.yaml */
export const options = group(
  { ...commonFields, beyla },
  'Metrics and traces of applications that nobody instrumented.',
)

/** Paths below `beyla` whose type the feature's chart enforces; Beyla's own chart has no schema. */
export const enforcedTypes = [
  'config.checksum',
  'config.create',
  'config.data',
  'config.skipConfigMapCheck',
  'deliverTracesToApplicationObservability',
  'extraDiscoveryRules',
  'extraMetricProcessingRules',
  'k8sCache.replicas',
  'k8sCache.resources',
  'labelMatchers',
  'maxCacheSize',
  'metricsTuning',
  'nodeSelector',
  'podAnnotations',
  'portConflictCheck',
  'preset',
  'scrapeInterval',
  'service.targetPort',
  'tolerations',
] as const
