import type { Statement } from '../../alloy/ast'
import { block, quotedRaw } from '../../alloy/build'
import { appRule, componentRule, podMeta, podRules } from '../../pipelines/pod-labels'
import { copyLabel, rule } from '../../pipelines/rules'
import { tuneWithDefaults } from '../../pipelines/tuning'
import { printAsText } from '../../values/helm'
import { checkService, deployedNamespace } from '../telemetry-service'
import type { Feature, FeatureContext } from '../types'
import { nodeExporterIntegrationMetrics, nodeExporterMetrics } from './allow-lists'
import { exporterPods, type LinuxValues, ownExporter, readyPods, scrapeHosts } from './discovery'
import { hostMetricsOptions, linuxOptions } from './options'
import { checkHostRoot, checkNodeName, checkOwnDaemonSet } from './validate'

type Context = FeatureContext<LinuxValues>

const unit = 'features/hostMetrics_linuxHosts'
const label = 'node_exporter'
const service = 'node-exporter'

/** templates/_linux_hosts_discovery_node_exporter.alloy.tpl */
function nodeExporter(context: Context) {
  return exporterPods(context, {
    unit,
    label,
    discoveryLabel: label,
    deployed: context.telemetryService(service).deploy,
    deployedNamespace: deployedNamespace(context, service),
    deployedTerms: [`release=${context.release.name}`, `app.kubernetes.io/name=${service}`],
    rules: [
      readyPods(),
      copyLabel(podMeta('node_name'), 'instance'),
      ...podRules(),
      rule(appRule),
      rule(componentRule),
      rule({ target_label: 'source', replacement: 'kubernetes' }),
    ],
  })
}

/** templates/_linux_hosts.alloy.tpl */
function build(context: Context): readonly Statement[] {
  const { values } = context
  const own = values.source === 'alloy'
  const { statements, targets } = own
    ? ownExporter(
        context,
        { unit, label, name: 'prometheus.exporter.unix' },
        { rootfs_path: '/host/root', procfs_path: '/host/proc', sysfs_path: '/host/sys' },
      )
    : nodeExporter(context)
  const { useIntegrationAllowList, dropMetricsForFilesystem: dropped } = values.metricsTuning
  const { useDefaultAllowList } = values.metricsTuning
  return [
    ...statements,
    ...scrapeHosts(context, {
      unit,
      label,
      targets,
      ...(own
        ? { without: ['clustering'] }
        : {
            attributes: {
              scheme: values.scheme,
              bearer_token_file: values.bearerTokenFile || undefined,
            },
            blocks: [block('tls_config', { insecure_skip_verify: true })],
          }),
      rules: [
        ...tuneWithDefaults(
          {
            ...values.metricsTuning,
            useDefaultAllowList: useDefaultAllowList || useIntegrationAllowList,
          },
          [
            ...(useDefaultAllowList ? nodeExporterMetrics : []),
            ...(useIntegrationAllowList ? nodeExporterIntegrationMetrics : []),
          ],
        ),
        ...(dropped.length > 0
          ? [
              rule({
                source_labels: ['__name__', 'fstype'],
                separator: '@',
                regex: quotedRaw(`node_filesystem.*@(${dropped.join('|')})`),
                action: 'drop',
              }),
            ]
          : []),
      ],
    }),
  ]
}

const scrapedService = {
  name: service,
  title: 'Node Exporter',
  deploymentKeys: [
    'affinity',
    'configmaps',
    'containerSecurityContext',
    'deploy',
    'dnsConfig',
    'env',
    'extraArgs',
    'extraHostVolumeMounts',
    'extraInitContainers',
    'extraVolumeMounts',
    'extraVolumes',
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

/** `hostMetrics.linuxHosts` (charts/feature-host-metrics) */
export const linuxHosts = {
  key: 'hostMetrics_linuxHosts',
  path: ['hostMetrics', 'linuxHosts'],
  title: 'Host Metrics: Linux hosts',
  name: 'Kubernetes Host metrics - Linux Hosts',
  module: 'linux_host_metrics',
  group: 'cluster',
  help: 'CPU, memory, disks and network of the Linux nodes themselves, beneath Kubernetes.',
  costs: 'Deploys Node Exporter on every Linux node, unless you run your own or let Alloy do it.',
  pipelines: [{ signal: 'metrics', ecosystem: 'prometheus' }],
  options: linuxOptions,
  section: hostMetricsOptions,
  home: 'alloy-metrics',
  needsClustering: ({ source }) => source !== 'alloy',
  needs: ({ source, labelMatchers }) => {
    if (source === 'alloy') return { presets: ['linux-host-monitor', 'daemonset'] }
    if (Object.keys(labelMatchers).length > 0) return {}
    return {
      services: [{ name: service, why: 'Host Metrics reads Linux nodes through Node Exporter.' }],
    }
  },
  summary: ({ source }) => ({ feature: 'linuxHosts', source: printAsText(source || null) }),
  build,
  validate(context, collector) {
    const own = context.values.source === 'alloy'
    checkService(context, scrapedService, {
      path: context.path,
      values: context.values,
      scraped: !own,
    })
    if (!own) return
    checkOwnDaemonSet(context, collector, 'Linux')
    checkHostRoot(context, collector)
    checkNodeName(context, collector)
  },
} satisfies Feature<LinuxValues>
