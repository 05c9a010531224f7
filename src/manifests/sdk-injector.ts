import { truncateName } from '../base/names'
import { valueAt } from '../base/record'
import { isEmpty, printValue } from '../values/helm'
import type { KubernetesObject } from './kubernetes-object'
import { collectorLabels } from './labels'

/** The service account that a collector runs as (`collector.alloy.serviceAccountName`). */
export function serviceAccountName(
  objectName: string,
  spec: Readonly<Record<string, unknown>>,
): string {
  const name = printValue(valueAt(spec, ['serviceAccount', 'name']))
  const create = valueAt(spec, ['serviceAccount', 'create'])
  return name || (create === undefined || !isEmpty(create) ? objectName : 'default')
}

/** Lets a collector write the ConfigMaps that steer the SDK injector (templates/sdk-injector-rbac.yaml). */
export function sdkInjectorAccess(
  objectName: string,
  namespace: string,
  spec: Readonly<Record<string, unknown>>,
): readonly KubernetesObject[] {
  const metadata = {
    name: truncateName(`${objectName}-sdk-injector`),
    namespace,
    labels: { ...collectorLabels, 'app.kubernetes.io/component': 'rbac' },
  }
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata,
      rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'create', 'update'] }],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: metadata.name },
      subjects: [{ kind: 'ServiceAccount', name: serviceAccountName(objectName, spec), namespace }],
    },
  ]
}
