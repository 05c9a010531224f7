import { isRecord, setOwn } from '../base/record'
import { chartOnlyKeys } from '../collectors/defaults'
import { isEmpty } from '../values/helm'
import type { KubernetesObject } from './kubernetes-object'

/** Tells Helm's operator SDK to wait for the collector's removal. */
const waitAnnotation = { 'helm.sdk.operatorframework.io/uninstall-wait': 'true' }

const texts = (map: unknown): Record<string, string> =>
  isRecord(map) ? (map as Record<string, string>) : {}

/** A collector's values without what is the chart's own. */
export function alloySpec(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const spec: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) {
    if (!chartOnlyKeys.has(key)) setOwn(spec, key, value)
  }
  return spec
}

/** The object from which the operator makes a collector's workload (templates/alloy.yaml). */
export function alloyObject(
  name: string,
  namespace: string,
  values: Readonly<Record<string, unknown>>,
  spec: Readonly<Record<string, unknown>>,
): KubernetesObject {
  return {
    apiVersion: 'collectors.grafana.com/v1alpha1',
    kind: 'Alloy',
    metadata: {
      name,
      namespace,
      annotations: { ...waitAnnotation, ...texts(values.annotations) },
      ...(!isEmpty(values.labels) && { labels: texts(values.labels) }),
    },
    spec,
  }
}

/** The ConfigMap that holds a collector's config (templates/alloy-config.yaml). */
export function configObject(name: string, namespace: string, config: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace },
    data: { 'config.alloy': config },
  }
}
