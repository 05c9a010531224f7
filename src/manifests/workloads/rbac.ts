import { isEmpty } from '../../values/helm'
import { unquoted } from '../../values/unquoted'
import type { KubernetesObject } from '../kubernetes-object'
import { type Chart, itemsOf, metadataOf } from './chart'

const apiGroup = 'rbac.authorization.k8s.io'

/** A role and its binding to the collector's account; `namespace` is `null` for the whole cluster. */
function roleAndBinding(
  chart: Chart,
  namespace: string | null,
  rules: readonly unknown[],
): KubernetesObject[] {
  const kind = namespace === null ? 'ClusterRole' : 'Role'
  const shared = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    metadata: metadataOf(chart, { component: 'rbac', namespace }),
  }
  return [
    { ...shared, kind, rules },
    {
      ...shared,
      kind: namespace === null ? 'ClusterRoleBinding' : 'RoleBinding',
      roleRef: { apiGroup, kind, name: chart.fullName },
      subjects: [
        { kind: 'ServiceAccount', name: chart.serviceAccountName, namespace: chart.namespace },
      ],
    },
  ]
}

/**
 * What the collector may ask of the Kubernetes API (templates/rbac.yaml): everywhere, or in the
 * listed namespaces only. Roles hold `rules` alone; a ClusterRole also `clusterRules`.
 */
export function accessRules(chart: Chart): KubernetesObject[] {
  if (isEmpty(chart.value('rbac', 'create'))) return []
  const rules = itemsOf(chart.value('rbac', 'rules'))
  const namespaces = itemsOf(chart.value('rbac', 'namespaces'))
  if (namespaces.length > 0) {
    return namespaces.flatMap((namespace) =>
      roleAndBinding(chart, unquoted(namespace) as string, rules),
    )
  }
  return roleAndBinding(chart, null, [...rules, ...itemsOf(chart.value('rbac', 'clusterRules'))])
}
