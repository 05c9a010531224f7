/** What programs may do in the cluster: roles, who has them, and OpenShift's constraints. */
import { present } from '../base/present'
import type { KubernetesObject } from '../manifests/kubernetes-object'

const rbacGroup = 'rbac.authorization.k8s.io'
const rbacVersion = 'rbac.authorization.k8s.io/v1'

type Metadata = KubernetesObject['metadata']

/** Something that a role allows. */
export interface AccessRule {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
  readonly resourceNames?: readonly string[]
}

/** Verbs that change nothing. */
export const readVerbs = ['get', 'list', 'watch'] as const
/** Reading, and making, changing and removing. */
export const manageVerbs = [...readVerbs, 'create', 'update', 'patch', 'delete'] as const

/** A rule about the resources of one API group; `''` is Kubernetes’ own. */
export function accessRule(
  apiGroup: string,
  resources: readonly string[],
  verbs: readonly string[],
  resourceNames?: readonly string[],
): AccessRule {
  const rule = { apiGroups: [apiGroup], resources, verbs }
  return resourceNames ? { ...rule, resourceNames } : rule
}

/** What choosing a leader among several replicas takes. */
export const leaderElectionRules: readonly AccessRule[] = [
  accessRule('', ['configmaps'], manageVerbs),
  accessRule('coordination.k8s.io', ['leases'], manageVerbs),
  accessRule('', ['events'], ['create', 'patch']),
]

const scopeOf = (metadata: Metadata) => (metadata.namespace === undefined ? 'Cluster' : '')

/** A Role where the metadata has a namespace, else a ClusterRole. */
export function role(
  metadata: Metadata,
  rules: readonly unknown[] | null | undefined,
  fields: Readonly<Record<string, unknown>> = {},
): KubernetesObject {
  return {
    apiVersion: rbacVersion,
    kind: [scopeOf(metadata), 'Role'].join(''),
    metadata,
    ...present({ ...fields, rules }),
  }
}

/** Gives an account a role, in a namespace where the metadata has one, else everywhere. */
export function roleBinding(
  metadata: Metadata,
  roleName: string,
  account: { readonly name: string; readonly namespace: string },
): KubernetesObject {
  const scope = scopeOf(metadata)
  return {
    apiVersion: rbacVersion,
    kind: [scope, 'RoleBinding'].join(''),
    metadata,
    roleRef: { apiGroup: rbacGroup, kind: [scope, 'Role'].join(''), name: roleName },
    subjects: [{ kind: 'ServiceAccount', ...account }],
  }
}

/** What OpenShift is to allow some pods, beyond what all of the chart's constraints share. */
export interface SecurityConstraints {
  readonly hostFolders: unknown
  readonly hostNetwork: unknown
  readonly hostPID: unknown
  readonly privilegeEscalation: unknown
  readonly privileged: unknown
  readonly capabilities: readonly string[]
  readonly readOnlyRoot: boolean
  readonly users: readonly string[]
  readonly volumes: readonly string[]
}

const anyId = { type: 'RunAsAny' } as const

/**
 * OpenShift's security context constraints and the right of an account to use them, all called after
 * the account (templates/platform_specific/openshift).
 */
export function grantConstraints(
  account: { readonly name: string; readonly namespace: string },
  allowed: SecurityConstraints,
): KubernetesObject[] {
  const { name } = account
  const roleName = [name, 'scc'].join('-')
  return [
    {
      apiVersion: 'security.openshift.io/v1',
      kind: 'SecurityContextConstraints',
      metadata: { name },
      allowHostDirVolumePlugin: allowed.hostFolders,
      allowHostIPC: false,
      allowHostNetwork: allowed.hostNetwork,
      allowHostPID: allowed.hostPID,
      allowHostPorts: allowed.hostNetwork,
      allowPrivilegeEscalation: allowed.privilegeEscalation,
      allowPrivilegedContainer: allowed.privileged,
      allowedCapabilities: allowed.capabilities,
      defaultAddCapabilities: null,
      defaultAllowPrivilegeEscalation: false,
      forbiddenSysctls: ['*'],
      fsGroup: anyId,
      groups: [],
      priority: null,
      readOnlyRootFilesystem: allowed.readOnlyRoot,
      requiredDropCapabilities: null,
      runAsUser: anyId,
      seLinuxContext: anyId,
      seccompProfiles: ['runtime/default'],
      supplementalGroups: anyId,
      users: allowed.users,
      volumes: allowed.volumes,
    },
    role({ name: roleName }, [
      accessRule('security.openshift.io', ['securitycontextconstraints'], ['use'], [name]),
    ]),
    roleBinding({ name: roleName }, roleName, account),
  ]
}
