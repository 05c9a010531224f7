import { parseFile } from '../alloy/parse'
import { walk } from '../alloy/visit'
import { isRecord, valueAt } from '../base/record'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import { isEmpty } from '../values/helm'

/** The API group of an object; empty for Kubernetes’ first one. */
export const groupOf = ({ apiVersion }: Pick<KubernetesObject, 'apiVersion'>): string =>
  apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : ''

/** Where a cluster gets the kinds of a group from, when it does not have them of itself. */
const origins: Readonly<Record<string, string>> = {
  'collectors.grafana.com': 'the Alloy Operator, https://github.com/grafana/alloy-operator',
  'monitoring.coreos.com':
    'the Prometheus Operator, https://github.com/prometheus-operator/prometheus-operator (its definitions are enough)',
  'monitoring.grafana.com': 'Grafana Alloy, https://github.com/grafana/alloy',
  'keda.sh': 'KEDA, https://keda.sh',
  'autoscaling.k8s.io': 'the Vertical Pod Autoscaler, https://github.com/kubernetes/autoscaler',
  'external-secrets.io': 'the External Secrets Operator, https://external-secrets.io',
  'security.openshift.io': 'OpenShift, which brings it along',
}

/** What components look for in the cluster: they log errors for as long as the kind is not there. */
const wanted: Readonly<Record<string, readonly [group: string, kind: string]>> = {
  'prometheus.operator.servicemonitors': ['monitoring.coreos.com', 'ServiceMonitor'],
  'prometheus.operator.podmonitors': ['monitoring.coreos.com', 'PodMonitor'],
  'prometheus.operator.probes': ['monitoring.coreos.com', 'Probe'],
  'prometheus.operator.scrapeconfigs': ['monitoring.coreos.com', 'ScrapeConfig'],
  'mimir.rules.kubernetes': ['monitoring.coreos.com', 'PrometheusRule'],
  'loki.rules.kubernetes': ['monitoring.coreos.com', 'PrometheusRule'],
  'loki.source.podlogs': ['monitoring.grafana.com', 'PodLogs'],
}

/** Groups that every cluster has. */
export const isBuiltIn = (group: string): boolean =>
  ['', 'apps', 'batch', 'autoscaling', 'policy', 'extensions'].includes(group) ||
  (group.endsWith('.k8s.io') && group !== 'autoscaling.k8s.io')

/** A kind that is no part of Kubernetes itself. */
export interface CustomResource {
  readonly kind: string
  readonly group: string
  /** Who brings it, in words; absent when we do not know. */
  readonly from?: string
  /** Objects of the kind are among the manifests, or a config looks for such objects. */
  readonly use: 'applied' | 'read'
}

/** The kinds that the cluster has to know before the manifests go in, and those that configs look for. */
export function customResources(
  objects: readonly KubernetesObject[],
  configs: readonly string[],
): readonly CustomResource[] {
  const found = new Map<string, CustomResource>()
  const add = (group: string, kind: string, use: CustomResource['use']) => {
    const from = origins[group]
    const key = [group, kind].join('/')
    if (!found.has(key)) found.set(key, { kind, group, use, ...(from !== undefined && { from }) })
  }
  const defined = new Set(
    objects
      .filter(({ kind }) => kind === 'CustomResourceDefinition')
      .map((object) => valueAt(object, ['spec', 'names', 'kind'])),
  )
  for (const object of objects) {
    const group = groupOf(object)
    if (!isBuiltIn(group) && !defined.has(object.kind)) add(group, object.kind, 'applied')
  }
  for (const config of configs) {
    walk(parseFile(config).file, (node) => {
      const [group, kind] = (node.kind === 'block' && wanted[node.name]) || []
      if (group !== undefined && kind !== undefined) add(group, kind, 'read')
    })
  }
  return [...found.values()]
}

/** Names of the Alloy objects that ask for a Vertical Pod Autoscaler. */
export function verticallyScaled(objects: readonly KubernetesObject[]): readonly string[] {
  return objects
    .filter(({ kind }) => kind === 'Alloy')
    .filter((object) => {
      const vertical = valueAt(object, ['spec', 'controller', 'autoscaling', 'vertical'])
      return isRecord(vertical) && !isEmpty(vertical.enabled)
    })
    .map(({ metadata }) => metadata.name)
}
