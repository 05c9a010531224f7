import type { Block, Expression } from '../../alloy/ast'
import { attribute, block, component, ref, withOrigin } from '../../alloy/build'
import { namespaceLabel, podLabel } from '../../base/names'
import { copyLabel, rule } from '../../pipelines/rules'
import type { DestinationContext } from '../types'
import type { PrometheusValues } from './options'

type Context = DestinationContext<PrometheusValues>

/** A pod is told from others by its namespace and name together. */
const podKey = '__meta_kubernetes_namespace_pod'

/** Whether metrics get labels of their namespaces or pods on the way. */
export function enriches({ metricEnrichment }: PrometheusValues): boolean {
  return metricEnrichment.namespaceLabels.length > 0 || metricEnrichment.podLabels.length > 0
}

function joinKey(sources: readonly string[]): Block {
  return rule({ source_labels: sources, regex: '(.+;.+)', target_label: podKey })
}

/** Takes the key off again, before metrics are sent. */
export function dropPodKey({ metricEnrichment }: PrometheusValues): Block | undefined {
  if (metricEnrichment.podLabels.length === 0) return undefined
  return block('write_relabel_config', { regex: podKey, action: 'labeldrop' })
}

/**
 * The chain in front of the writer that copies labels of namespaces and pods onto metrics: discovery
 * of pods, their labels, the key on metrics, then one step for namespaces and one for pods.
 */
export function enrichmentChain(context: Context, writer: Expression): Block[] {
  const { label, values, name, path } = context
  if (!enriches(values)) return []
  const { namespaceLabels, podLabels } = values.metricEnrichment
  const pods = component('discovery.kubernetes', label, { role: 'pod' }, [
    namespaceLabels.length > 0
      ? block('attach_metadata', { namespace: true })
      : block('selectors', { role: 'pod', label: podLabels.join(',') }),
  ])
  const targets = component('discovery.relabel', label, { targets: ref(pods, 'targets') }, [
    podLabels.length > 0 && joinKey(['__meta_kubernetes_namespace', '__meta_kubernetes_pod_name']),
    podLabels.map((each) => copyLabel(podLabel(each), each)),
    namespaceLabels.map((each) => copyLabel(namespaceLabel(each), each)),
  ])
  const steps: (Block & { readonly label: string })[] = []
  if (podLabels.length > 0) {
    steps.unshift(
      component('prometheus.enrich', [label, 'pod'].join('_'), {
        targets: ref(targets, 'output'),
        target_match_label: podKey,
        labels_to_copy: podLabels,
        forward_to: [writer],
      }),
    )
  }
  if (namespaceLabels.length > 0) {
    const [next] = steps
    steps.unshift(
      component('prometheus.enrich', [label, 'ns'].join('_'), {
        targets: ref(targets, 'output'),
        target_match_label: '__meta_kubernetes_namespace',
        metrics_match_label: 'namespace',
        labels_to_copy: namespaceLabels,
        forward_to: [next ? ref(next, 'receiver') : writer],
      }),
    )
  }
  const [first] = steps
  const entry = component('prometheus.relabel', label, {}, [
    joinKey(['namespace', 'pod']),
    attribute('forward_to', [first ? ref(first, 'receiver') : writer]),
  ])
  return withOrigin([pods, targets, entry, ...steps], {
    unit: ['destinations', name].join('/'),
    path: [...path, 'metricEnrichment'],
  })
}
