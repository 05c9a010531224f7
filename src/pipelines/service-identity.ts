import type { Block } from '../alloy/ast'
import type { Attributes } from '../alloy/build'
import { podAnnotation, podLabel } from '../base/names'
import { firstOfMany } from './node-labels'
import { copyLabel, rule } from './rules'

/** Pod annotations and labels in which OpenTelemetry's conventions look for a service's name. */
export const serviceNameSources = {
  annotation: podAnnotation('resource.opentelemetry.io/service.name'),
  instance: podLabel('app.kubernetes.io/instance'),
  name: podLabel('app.kubernetes.io/name'),
  /** Made by {@link workloadNameRules}. */
  workload: '__tmp_workload_name',
} as const

/** Sets a label to the first of several that is not empty. */
export function firstLabel(
  sources: readonly string[],
  target: string,
  attributes: Attributes = {},
): Block {
  return rule({
    ...attributes,
    source_labels: sources,
    separator: ';',
    regex: firstOfMany,
    replacement: '$1',
    target_label: target,
  })
}

/** The name of the pod's workload. A ReplicaSet's own name, less its hash, is its Deployment's. */
export function workloadNameRules(): Block[] {
  return [
    copyLabel('__meta_kubernetes_pod_controller_name', serviceNameSources.workload),
    rule({
      source_labels: [
        '__meta_kubernetes_pod_controller_kind',
        '__meta_kubernetes_pod_controller_name',
      ],
      regex: 'ReplicaSet;(.+)-[^-]+',
      replacement: '$1',
      target_label: serviceNameSources.workload,
    }),
  ]
}

/** The service's namespace, and the instance's id: as annotated, else made of the pod's names. */
export function serviceScopeRules(attributes: Attributes = {}): Block[] {
  return [
    firstLabel(
      [podAnnotation('resource.opentelemetry.io/service.namespace'), 'namespace'],
      'service_namespace',
      attributes,
    ),
    copyLabel(
      podAnnotation('resource.opentelemetry.io/service.instance.id'),
      'service_instance_id',
    ),
    rule({
      source_labels: ['service_instance_id', 'namespace', 'pod', 'container'],
      separator: '.',
      regex: '^\\.([^.]+\\.[^.]+\\.[^.]+)$',
      target_label: 'service_instance_id',
    }),
  ]
}
