import type { Statement } from '../../alloy/ast'
import { attribute, block, component, ref } from '../../alloy/build'
import { sortedEntries } from '../../base/record'
import { processPodLogs } from '../../pipelines/pod-logs/processing'
import { copyLabel } from '../../pipelines/rules'
import { templatedStatements } from '../../pipelines/user-alloy'
import { printValue } from '../../values/helm'
import type { ValueOf } from '../../values/options'
import { requireDaemonSet } from '../collector-checks'
import { checkStaticLabels } from '../label-names'
import type { Feature, FeatureContext } from '../types'
import { options } from './options'

export type Values = ValueOf<typeof options>

/** Labels of a line, and where discovery has them. */
const labels = [
  ['__meta_kubernetes_pod_node_name', 'node'],
  ['__meta_kubernetes_namespace', 'namespace'],
  ['__meta_kubernetes_pod_name', 'pod'],
  ['__meta_kubernetes_pod_container_name', 'container'],
] as const

const namespaceName = 'kubernetes.io/metadata.name'

function expression(key: string, operator: 'In' | 'NotIn', values: readonly string[]) {
  return block('match_expression', { key, operator, values })
}

/** Which PodLogs objects count: by their labels, and by their namespaces' names. */
function selectors({ labelSelectors, namespaces, excludeNamespaces }: Values) {
  const byLabel = sortedEntries(labelSelectors)
  return [
    byLabel.length > 0 &&
      block(
        'selector',
        {},
        byLabel.map(([label, value]) =>
          expression(label, 'In', (Array.isArray(value) ? value : [value]).map(printValue)),
        ),
      ),
    (namespaces.length > 0 || excludeNamespaces.length > 0) &&
      block('namespace_selector', {}, [
        namespaces.length > 0 && expression(namespaceName, 'In', namespaces),
        excludeNamespaces.length > 0 && expression(namespaceName, 'NotIn', excludeNamespaces),
      ]),
  ]
}

/** charts/feature-pod-logs-objects/templates/_module.alloy.tpl */
function build(context: FeatureContext<Values>): readonly Statement[] {
  const { values } = context
  const processing = processPodLogs({
    label: 'pod_logs_objects',
    path: context.path,
    values,
    formats: { defaultFormat: '', maxPartialLines: 0 },
    extraStages: templatedStatements(context, 'extraLogProcessingStages'),
    destinations: context.destinations('logs'),
  })
  const relabel = component('loki.relabel', 'pod_logs_objects', {}, [
    labels.map(([source, target]) => copyLabel(source, target)),
    templatedStatements(context, 'extraLogProcessingRules'),
    attribute('forward_to', [ref(processing.entrance, 'receiver')]),
  ])
  const source = component(
    'loki.source.podlogs',
    'default',
    {
      preserve_discovered_labels: values.includePodMetadataLabels,
      tail_from_end: values.onlyGatherNewLogLines,
    },
    [
      selectors(values),
      block('clustering', { enabled: true }),
      attribute('forward_to', [ref(relabel, 'receiver')]),
    ],
  )
  return [source, relabel, ...processing.components]
}

/** templates/features/_feature_pod_logs_objects.tpl */
export const podLogsObjects = {
  key: 'podLogsObjects',
  path: ['podLogsObjects'],
  title: 'PodLogs Objects',
  name: 'Alloy PodLogs Objects',
  module: 'pod_logs_objects',
  group: 'logs',
  help: 'Logs of the pods that PodLogs objects in the cluster select, so that each team decides for its own.',
  costs:
    'A connection to the Kubernetes API for each container, shared among the replicas of a clustered collector.',
  pipelines: [{ signal: 'logs', ecosystem: 'loki' }],
  options,
  home: 'alloy-logs',
  needsClustering: () => true,
  needs: ({ nodeFilter, secretFilter }) => ({
    presets: ['clustered', ...(nodeFilter ? ['daemonset'] : [])],
    ...(secretFilter.enabled && { stability: 'experimental' }),
  }),
  build,
  validate(context, collector) {
    checkStaticLabels(context)
    if (!context.values.nodeFilter) return
    requireDaemonSet(
      context,
      collector,
      'PodLogs Objects with a node filter looks at its own node.',
    )
    context.report({
      code: 'features.setting-not-read',
      severity: 'warning',
      path: [...context.path, 'nodeFilter'],
      message:
        'The chart does not pass the node filter on: the collectors read the logs of all nodes, and share them by clustering.',
      fixes: [
        {
          title: 'Remove it',
          edits: [{ path: [...context.path, 'nodeFilter'], remove: true }],
          safe: true,
        },
      ],
    })
  },
} satisfies Feature<Values>
