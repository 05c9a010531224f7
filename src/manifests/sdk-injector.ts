import { truncateName } from '../base/names'
import { valueAt } from '../base/record'
import { accessRule, role, roleBinding } from '../services/access'
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
  const account = { name: serviceAccountName(objectName, spec), namespace }
  return [
    role(metadata, [accessRule('', ['configmaps'], ['get', 'create', 'update'])]),
    roleBinding(metadata, metadata.name, account),
  ]
}
