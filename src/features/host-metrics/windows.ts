import type { Statement } from '../../alloy/ast'
import { podMeta } from '../../pipelines/pod-labels'
import { copyLabel } from '../../pipelines/rules'
import { tuneWithDefaults } from '../../pipelines/tuning'
import { isEmpty, printAsText } from '../../values/helm'
import { checkService, deployedNamespace } from '../telemetry-service'
import type { Feature, FeatureContext } from '../types'
import { windowsExporterMetrics } from './allow-lists'
import { exporterPods, ownExporter, readyPods, scrapeHosts, type WindowsValues } from './discovery'
import { hostMetricsOptions, windowsOptions } from './options'
import {
  checkNodeName,
  checkOwnDaemonSet,
  checkUnusedSettings,
  checkWindowsNodes,
} from './validate'

type Context = FeatureContext<WindowsValues>

const unit = 'features/hostMetrics_windowsHosts'
const label = 'windows_exporter'
const service = 'windows-exporter'

function windowsExporter(context: Context) {
  return exporterPods(context, {
    unit,
    label,
    discoveryLabel: 'windows_exporter_pods',
    deployed: context.telemetryService(service).deploy,
    deployedNamespace: deployedNamespace(context, service),
    deployedTerms: [`release=${context.release.name}`, `app.kubernetes.io/name=${service}`],
    rules: [readyPods(), copyLabel(podMeta('node_name'), 'instance')],
  })
}

/** templates/_windows_hosts.alloy.tpl */
function build(context: Context): readonly Statement[] {
  const { values } = context
  const own = values.source === 'alloy'
  const { statements, targets } = own
    ? ownExporter(
        context,
        { unit, label, name: 'prometheus.exporter.windows', action: 'replace' },
        {},
      )
    : windowsExporter(context)
  const tuning: WindowsValues['metricsTuning'] & { readonly useIntegrationAllowList?: unknown } =
    values.metricsTuning
  return [
    ...statements,
    ...scrapeHosts(context, {
      unit,
      label,
      targets,
      without: own ? ['clustering'] : [],
      rules: tuneWithDefaults(
        {
          ...tuning,
          // The template reads a setting that the chart has no list for: it alone keeps no more than a scrape's health.
          useDefaultAllowList:
            tuning.useDefaultAllowList || !isEmpty(tuning.useIntegrationAllowList),
        },
        tuning.useDefaultAllowList ? windowsExporterMetrics : [],
      ),
    }),
  ]
}

const scrapedService = {
  name: service,
  title: 'Windows Exporter',
  deploymentKeys: [
    'affinity',
    'config',
    'configmaps',
    'containerSecurityContext',
    'deploy',
    'dnsConfig',
    'env',
    'extraArgs',
    'extraHostVolumeMounts',
    'extraInitContainers',
    'hostNetwork',
    'hostPID',
    'image',
    'imagePullSecrets',
    'nodeSelector',
    'podAnnotations',
    'podLabels',
    'rbac',
    'releaseLabel',
    'resources',
    'secrets',
    'securityContext',
    'serviceAccount',
    'tolerations',
    'updateStrategy',
  ],
}

/** `hostMetrics.windowsHosts` (charts/feature-host-metrics) */
export const windowsHosts = {
  key: 'hostMetrics_windowsHosts',
  path: ['hostMetrics', 'windowsHosts'],
  title: 'Host Metrics: Windows hosts',
  name: 'Kubernetes Host metrics - Windows Hosts',
  module: 'windows_host_metrics',
  group: 'cluster',
  help: 'CPU, memory, disks and network of the Windows nodes themselves.',
  costs:
    'Deploys Windows Exporter on every Windows node, unless you run your own or let Alloy do it.',
  pipelines: [{ signal: 'metrics', ecosystem: 'prometheus' }],
  options: windowsOptions,
  section: hostMetricsOptions,
  home: 'alloy-metrics',
  needsClustering: ({ source }) => source !== 'alloy',
  needs: ({ source, labelMatchers }) => {
    if (source === 'alloy') return { presets: ['windows', 'daemonset'] }
    if (Object.keys(labelMatchers).length > 0) return {}
    return {
      services: [
        { name: service, why: 'Host Metrics reads Windows nodes through Windows Exporter.' },
      ],
    }
  },
  summary: ({ source }) => ({ feature: 'windowsHosts', source: printAsText(source || null) }),
  build,
  validate(context, collector) {
    const own = context.values.source === 'alloy'
    checkService(context, scrapedService, {
      path: context.path,
      values: context.values,
      scraped: !own,
    })
    checkUnusedSettings(context)
    if (!own) return
    checkOwnDaemonSet(context, collector, 'Windows')
    checkWindowsNodes(context, collector)
    checkNodeName(context, collector)
  },
} satisfies Feature<WindowsValues>
