/** Rules that services with a metrics port share. */
import type { Block } from '../alloy/ast'
import { type NodeLabels, nodeLabelRules } from '../pipelines/node-labels'
import { appRule, componentRule, podMeta } from '../pipelines/pod-labels'
import { copyLabel, rule } from '../pipelines/rules'

/**
 * Labels of every target: namespace, pod, container, workload, app, component, source, and the facts
 * about its node (templates/_helpers.tpl, `feature.integrations.commonDiscoveryRules`).
 */
export function commonTargetRules(nodeLabels: NodeLabels): readonly Block[] {
  return [
    copyLabel('__meta_kubernetes_namespace', 'namespace'),
    copyLabel(podMeta('name'), 'pod'),
    copyLabel(podMeta('container_name'), 'container'),
    rule({
      action: 'lowercase',
      source_labels: [podMeta('controller_kind')],
      target_label: 'workload_type',
    }),
    copyLabel(podMeta('controller_name'), 'workload'),
    // A ReplicaSet's own name, less its hash, is its Deployment's.
    rule({
      source_labels: ['workload_type', 'workload'],
      separator: '/',
      regex: 'replicaset/(.+)-.+$',
      target_label: 'workload',
    }),
    rule({ action: 'replace', ...appRule }),
    rule({ action: 'replace', ...componentRule }),
    rule({ action: 'replace', replacement: 'kubernetes', target_label: 'source' }),
    ...nodeLabelRules(nodeLabels),
  ]
}

export const nodeNameRule = copyLabel(podMeta('node_name'), 'node')

/** Grafana Labs' mixins look for a job made of namespace and component. */
export const mixinJobRule = rule({
  source_labels: ['__meta_kubernetes_namespace', podMeta('label_app_kubernetes_io_component')],
  separator: '/',
  target_label: 'job',
})

/** Grafana Labs' mixins look for the node's name in the instance. */
export const nodeAsInstanceRules: readonly Block[] = [
  rule({ source_labels: ['node'], target_label: 'instance', replacement: '$1' }),
  rule({ action: 'labeldrop', regex: 'node' }),
]

/** The exporter in a memcached pod stands for memcached. */
export const memcachedRule = rule({
  source_labels: ['component', 'container'],
  separator: ';',
  regex: 'memcached-[^;]+;exporter',
  target_label: 'container',
  replacement: 'memcached',
})

const ofLogMetrics = '^log_(bytes|lines).+'

/**
 * Metrics that Alloy makes of log lines carry the labels of the lines' pods as `exported_…`; those
 * replace the labels of Alloy itself.
 */
export const logMetricRules: readonly Block[] = [
  rule({
    action: 'replace',
    source_labels: ['__name__'],
    regex: ofLogMetrics,
    replacement: '',
    target_label: 'component_id',
  }),
  ...['namespace', 'pod', 'container', 'job', 'instance'].map((label) =>
    rule({
      action: 'replace',
      source_labels: ['__name__', ['exported', label].join('_')],
      separator: '@',
      regex: [ofLogMetrics, '@(.+)'].join(''),
      replacement: '$2',
      target_label: label,
    }),
  ),
  rule({ action: 'labeldrop', regex: 'exported_(namespace|pod|container|job|instance)' }),
]
