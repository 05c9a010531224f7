import type { Statement } from '../../alloy/ast'
import { podMeta } from '../../pipelines/pod-labels'
import { rule } from '../../pipelines/rules'
import { tuneWithDefaults } from '../../pipelines/tuning'
import { checkService } from '../telemetry-service'
import type { Feature, FeatureContext } from '../types'
import { keplerMetrics } from './allow-lists'
import { type EnergyValues, exporterPods, scrapeHosts } from './discovery'
import { energyOptions, hostMetricsOptions } from './options'

const unit = 'features/hostMetrics_energyMetrics'
const label = 'kepler'

/** templates/_energy_metrics.alloy.tpl */
function build(context: FeatureContext<EnergyValues>): readonly Statement[] {
  const { statements, targets } = exporterPods(context, {
    unit,
    label,
    discoveryLabel: label,
    deployed: context.telemetryService(label).deploy,
    // Its own namespace override is not looked at here.
    deployedNamespace: context.release.namespace,
    deployedTerms: [`app.kubernetes.io/name=${label}`],
    rules: [
      rule({
        source_labels: [podMeta('node_name')],
        action: 'replace',
        target_label: 'instance',
      }),
    ],
  })
  return [
    ...statements,
    ...scrapeHosts(context, {
      unit,
      label,
      targets,
      attributes: { honor_labels: true },
      rules: tuneWithDefaults(context.values.metricsTuning, keplerMetrics),
    }),
  ]
}

const scrapedService = {
  name: label,
  title: 'Kepler',
  deploymentKeys: [
    'affinity',
    'annotations',
    'canMount',
    'deploy',
    'extraEnvVars',
    'image',
    'imagePullSecrets',
    'modelServer',
    'networkPolicy',
    'nodeSelector',
    'podAnnotations',
    'podLabels',
    'podSecurityContext',
    'rbac',
    'redfish',
    'resources',
    'securityContext',
    'serviceAccount',
    'serviceMonitor',
    'tolerations',
  ],
}

/** `hostMetrics.energyMetrics` (charts/feature-host-metrics) */
export const energyMetrics = {
  key: 'hostMetrics_energyMetrics',
  path: ['hostMetrics', 'energyMetrics'],
  title: 'Host Metrics: energy',
  name: 'Kubernetes Host metrics - Energy Metrics',
  module: 'energy_metrics',
  group: 'cluster',
  help: 'How much energy nodes, pods and containers use, as Kepler estimates it.',
  costs: 'Deploys Kepler, a privileged pod on every node, unless you run your own.',
  pipelines: [{ signal: 'metrics', ecosystem: 'prometheus' }],
  options: energyOptions,
  section: hostMetricsOptions,
  home: 'alloy-metrics',
  needsClustering: () => true,
  needs: ({ labelMatchers }) =>
    Object.keys(labelMatchers).length > 0
      ? {}
      : { services: [{ name: label, why: 'Host Metrics reads energy use from Kepler.' }] },
  summary: () => ({ feature: 'energyMetrics' }),
  build,
  validate: (context) =>
    checkService(context, scrapedService, {
      path: context.path,
      values: context.values,
      scraped: true,
    }),
} satisfies Feature<EnergyValues>
