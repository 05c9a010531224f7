import type { Block } from '../alloy/ast'
import { firstOfMany } from './node-labels'
import { copyLabel, rule } from './rules'

/** A fact about a pod, as discovery spells it. */
export const podMeta = (fact: string) => `__meta_kubernetes_pod_${fact}`

/** Namespace, pod, container and the workload that owns the pod, without a ReplicaSet's hash. */
export function podRules(): Block[] {
  return [
    copyLabel('__meta_kubernetes_namespace', 'namespace'),
    copyLabel(podMeta('name'), 'pod'),
    copyLabel(podMeta('container_name'), 'container'),
    rule({
      source_labels: [podMeta('controller_kind'), podMeta('controller_name')],
      separator: '/',
      target_label: 'workload',
    }),
    rule({ source_labels: ['workload'], regex: '(ReplicaSet/.+)-.+', target_label: 'workload' }),
  ]
}

const labels = (...names: readonly string[]) => names.map((name) => podMeta(`label_${name}`))

/** The app's name, from the first pod label that has one. */
export const appRule = {
  source_labels: labels('app_kubernetes_io_name', 'k8s_app', 'app'),
  separator: ';',
  regex: firstOfMany,
  replacement: '$1',
  target_label: 'app',
} as const

/** The component's name, from the first pod label that has one. */
export const componentRule = {
  source_labels: labels('app_kubernetes_io_component', 'k8s_component', 'component'),
  regex: firstOfMany,
  replacement: '$1',
  target_label: 'component',
} as const
