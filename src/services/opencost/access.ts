/** What OpenCost may read, and who may read it (templates/clusterrole.yaml and the bindings beside it). */
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { fieldsOf } from '../../values/fields'
import { isEmpty, printValue } from '../../values/helm'
import { accessRule, readVerbs, role, roleBinding } from '../access'
import { type BundledChart, metadataOf } from '../chart'
import type { Context } from './index'
import { named } from './names'

function accessRules({ values }: Context) {
  const { collectorDataSource } = values.opencost.exporter
  const { enabled, enablePromAccess } = fieldsOf(values.opencost.platforms.openshift)
  const core = [
    'configmaps',
    'deployments',
    'nodes',
    ...(collectorDataSource.enabled ? ['nodes/proxy'] : []),
    'pods',
    'services',
    'resourcequotas',
    'replicationcontrollers',
    'limitranges',
    'persistentvolumeclaims',
    'persistentvolumes',
    'namespaces',
    'endpoints',
  ]
  const workloads = ['statefulsets', 'deployments', 'daemonsets', 'replicasets']
  return [
    accessRule('', core, readVerbs),
    accessRule('extensions', ['daemonsets', 'deployments', 'replicasets'], readVerbs),
    accessRule('apps', workloads, ['list', 'watch']),
    accessRule('batch', ['cronjobs', 'jobs'], readVerbs),
    accessRule('autoscaling', ['horizontalpodautoscalers'], readVerbs),
    accessRule('policy', ['poddisruptionbudgets'], readVerbs),
    accessRule('storage.k8s.io', ['storageclasses'], readVerbs),
    ...(isEmpty(enabled) || isEmpty(enablePromAccess)
      ? []
      : [
          accessRule(
            'monitoring.coreos.com',
            ['prometheuses', 'thanosrulers'],
            [...readVerbs, 'create', 'update', 'patch'],
          ),
        ]),
  ]
}

/** What OpenShift's own monitoring needs, and what it gives. */
function openShiftAccess(chart: BundledChart, { values }: Context): KubernetesObject[] {
  const openShift = fieldsOf(values.opencost.platforms.openshift)
  if (isEmpty(openShift.enabled)) return []
  const { annotations } = values
  const account = { name: chart.accountName, namespace: chart.namespace }
  const objects: KubernetesObject[] = []
  if (!isEmpty(openShift.createMonitoringClusterRoleBinding)) {
    const name = named(chart, 'operator')
    const metadata = metadataOf(chart, { name, namespace: null, annotations })
    objects.push(roleBinding(metadata, 'cluster-monitoring-view', account))
  }
  if (!isEmpty(openShift.createMonitoringResourceReaderRoleBinding)) {
    const metadata = metadataOf(chart, { name: named(chart, 'reader'), labels: null })
    objects.push(
      role(metadata, [accessRule('', ['pods', 'services', 'endpoints'], ['list', 'watch'])]),
      roleBinding(metadata, metadata.name, {
        name: printValue(openShift.monitoringServiceAccountName),
        namespace: printValue(openShift.monitoringServiceAccountNamespace),
      }),
    )
  }
  if (!isEmpty(openShift.enableSCC)) objects.push(...constraints(chart))
  return objects
}

const anyId = { type: 'RunAsAny' } as const

/**
 * Security context constraints (templates/scc.yaml). They are bound to an account called opencost,
 * whatever OpenCost's is called, by a Role that is not there: the chart's own mistakes.
 */
function constraints(chart: BundledChart): KubernetesObject[] {
  const name = named(chart, 'scc')
  const refused = [
    'allowPrivilegedContainer',
    'allowHostDirVolumePlugin',
    'allowHostIPC',
    'allowHostNetwork',
    'allowHostPID',
    'allowHostPorts',
    'allowPrivilegeEscalation',
    'readOnlyRootFilesystem',
  ]
  const capabilities = ['CHOWN', 'FOWNER', 'FSETID', 'KILL', 'NET_BIND_SERVICE']
  const volumes = ['configMap', 'downwardAPI', 'emptyDir', 'persistentVolumeClaim', 'projected']
  return [
    {
      apiVersion: 'security.openshift.io/v1',
      kind: 'SecurityContextConstraints',
      metadata: { name },
      priority: 10,
      ...Object.fromEntries(refused.map((key) => [key, false])),
      allowedCapabilities: [...capabilities, 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID'],
      runAsUser: { type: 'MustRunAs', uid: 1001 },
      seLinuxContext: { type: 'MustRunAs' },
      fsGroup: anyId,
      supplementalGroups: anyId,
      volumes: [...volumes, 'secret'],
    },
    roleBinding(
      { name: 'opencost-scc-binding', namespace: chart.namespace },
      ['system:openshift:scc', name].join(':'),
      { name: 'opencost', namespace: chart.namespace },
    ),
  ]
}

export function access(chart: BundledChart, context: Context): KubernetesObject[] {
  const { rbac, annotations } = context.values
  const bound = metadataOf(chart, { namespace: null, annotations })
  const account = { name: chart.accountName, namespace: chart.namespace }
  return [
    ...(rbac.enabled
      ? [
          role(metadataOf(chart, { namespace: null }), accessRules(context)),
          roleBinding(bound, chart.fullName, account),
        ]
      : []),
    ...openShiftAccess(chart, context),
  ]
}
