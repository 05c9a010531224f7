import { plainTuning, ruleFields, timingFields } from '../../pipelines/metrics-source'
import { anything, choice, count, flag, group, map, text } from '../../values/options'
import { commonFields } from '../common'
import { beylaDefaults } from './beyla-defaults'

const { scrapeInterval } = timingFields

/** `autoInstrumentation.beyla`: what this chart reads of it; the rest goes to Beyla's own chart. */
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
        skipConfigMapCheck: flag(true, 'Leave this on: the chart makes the ConfigMap itself.'),
        checksum: text(
          '{{ include "k8s-monitoring.beyla.config" . | sha256sum }}',
          'What restarts Beyla when its configuration changes.',
        ),
      },
      'Beyla’s configuration file.',
      { open: true },
    ),
    service: group(
      {
        targetPort: count(
          9090,
          'Port that Beyla serves metrics on. It is taken on each node, so it must be free there.',
          { integer: true },
        ),
      },
      'Where Beyla serves its metrics.',
      { open: true },
    ),
    portConflictCheck: flag(
      true,
      'On installation, stop when another DaemonSet takes the same port on the nodes.',
    ),
    k8sCache: anything(
      {
        replicas: 1,
        resources: {
          requests: { cpu: '0.1', memory: '256Mi' },
          limits: { cpu: '3.0', memory: '2Gi' },
        },
      },
      'The cache of Kubernetes facts that all Beylas share; one replica for about fifty nodes.',
    ),
    podAnnotations: anything(
      {
        'k8s.grafana.com/job': 'default/beyla',
        'k8s.grafana.com/logs.job': 'integrations/beyla',
      },
      'Annotations of Beyla’s pods.',
    ),
    nodeSelector: anything({ 'kubernetes.io/os': 'linux' }, 'Nodes that Beyla runs on.'),
    tolerations: anything(
      [{ effect: 'NoSchedule', operator: 'Exists' }],
      'Taints that do not keep Beyla away.',
    ),
  },
  'Beyla, which watches applications from the kernel.',
  { open: true },
)

/** charts/feature-auto-instrumentation/values.yaml */
export const options = group(
  { ...commonFields, beyla },
  'Metrics and traces of applications that nobody instrumented.',
)
