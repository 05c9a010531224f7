import { valueAt } from '../base/record'
import { isEmpty } from '../values/helm'
import type { KubernetesObject } from './kubernetes-object'

const capabilities = [
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'SETGID',
  'SETUID',
  'SETPCAP',
  'NET_BIND_SERVICE',
  'NET_RAW',
  'SYS_CHROOT',
  'MKNOD',
  'AUDIT_WRITE',
  'SETFCAP',
] as const

/**
 * What OpenShift has to allow a collector, from its own settings: the constraints, and the right of
 * its service account to use them (templates/platform_specific/openshift). The service account is
 * taken to bear the collector's name, as the chart does.
 */
export function securityContextConstraints(
  name: string,
  namespace: string,
  spec: Readonly<Record<string, unknown>>,
): readonly KubernetesObject[] {
  const allowed = (...path: string[]) => {
    const found = valueAt(spec, path)
    return found === undefined ? false : found
  }
  const varLog = allowed('alloy', 'mounts', 'varlog')
  const hostNetwork = allowed('controller', 'hostNetwork')
  const roleName = `${name}-scc`
  return [
    {
      apiVersion: 'security.openshift.io/v1',
      kind: 'SecurityContextConstraints',
      metadata: { name },
      allowHostDirVolumePlugin: varLog,
      allowHostIPC: false,
      allowHostNetwork: hostNetwork,
      allowHostPID: allowed('controller', 'hostPID'),
      allowHostPorts: hostNetwork,
      allowPrivilegeEscalation: allowed('alloy', 'securityContext', 'allowPrivilegeEscalation'),
      allowPrivilegedContainer: allowed('alloy', 'securityContext', 'privileged'),
      allowedCapabilities: capabilities,
      defaultAddCapabilities: null,
      defaultAllowPrivilegeEscalation: false,
      forbiddenSysctls: ['*'],
      fsGroup: { type: 'RunAsAny' },
      groups: [],
      priority: null,
      // Alloy writes to its own /tmp/alloy.
      readOnlyRootFilesystem: false,
      requiredDropCapabilities: null,
      runAsUser: { type: 'RunAsAny' },
      seLinuxContext: { type: 'RunAsAny' },
      seccompProfiles: ['runtime/default'],
      supplementalGroups: { type: 'RunAsAny' },
      users: [],
      volumes: [
        'configMap',
        'emptyDir',
        ...(isEmpty(varLog) ? [] : ['hostPath']),
        'persistentVolumeClaim',
        'projected',
        'secret',
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: roleName },
      rules: [
        {
          verbs: ['use'],
          apiGroups: ['security.openshift.io'],
          resources: ['securitycontextconstraints'],
          resourceNames: [name],
        },
      ],
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: roleName },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: roleName },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
  ]
}
