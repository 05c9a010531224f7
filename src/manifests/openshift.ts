import { valueAt } from '../base/record'
import { grantConstraints } from '../services/access'
import { isEmpty } from '../values/helm'
import type { KubernetesObject } from './kubernetes-object'

type Tree = Readonly<Record<string, unknown>>

/** What the containers of Alloy may ask for. */
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
 * its service account to use them (templates/platform_specific/openshift/alloy-scc.yaml). The service
 * account is taken to bear the collector's name, as the chart does.
 */
export function securityContextConstraints(
  name: string,
  namespace: string,
  spec: Tree,
): readonly KubernetesObject[] {
  const varLog = valueAt(spec, ['alloy', 'mounts', 'varlog'])
  const hostFolders = varLog === undefined ? false : varLog
  return constraintsOf(name, namespace, spec, hostFolders, ['persistentVolumeClaim'])
}

/**
 * The same for an Alloy that samples traces (alloy-sampler-scc.yaml), which gets no storage. Where
 * nothing is said of its mounts, the chart breaks off.
 */
export function samplerConstraints(
  name: string,
  namespace: string,
  spec: Tree,
): readonly KubernetesObject[] {
  return constraintsOf(
    name,
    namespace,
    spec,
    valueAt(spec, ['alloy', 'mounts', 'varlog']) ?? null,
    [],
  )
}

function constraintsOf(
  name: string,
  namespace: string,
  spec: Tree,
  hostFolders: unknown,
  storage: readonly string[],
): readonly KubernetesObject[] {
  const allowed = (...path: string[]) => {
    const found = valueAt(spec, path)
    return found === undefined ? false : found
  }
  const folders = isEmpty(hostFolders) ? [] : ['hostPath']
  return grantConstraints(
    { name, namespace },
    {
      hostFolders,
      hostNetwork: allowed('controller', 'hostNetwork'),
      hostPID: allowed('controller', 'hostPID'),
      privilegeEscalation: allowed('alloy', 'securityContext', 'allowPrivilegeEscalation'),
      privileged: allowed('alloy', 'securityContext', 'privileged'),
      capabilities,
      // Alloy writes to its own /tmp/alloy.
      readOnlyRoot: false,
      users: [],
      volumes: ['configMap', 'emptyDir', ...folders, ...storage, 'projected', 'secret'],
    },
  )
}
