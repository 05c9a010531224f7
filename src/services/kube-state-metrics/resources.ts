/**
 * The kinds of objects that kube-state-metrics can watch, by the API group that they are in, in the
 * order of its role (templates/role.yaml).
 */
const watchable: readonly (readonly [group: string, resource: string])[] = [
  ['certificates.k8s.io', 'certificatesigningrequests'],
  ['', 'configmaps'],
  ['batch', 'cronjobs'],
  ['apps', 'daemonsets'],
  ['apps', 'deployments'],
  ['', 'endpoints'],
  ['discovery.k8s.io', 'endpointslices'],
  ['autoscaling', 'horizontalpodautoscalers'],
  ['networking.k8s.io', 'ingresses'],
  ['batch', 'jobs'],
  ['coordination.k8s.io', 'leases'],
  ['', 'limitranges'],
  ['admissionregistration.k8s.io', 'mutatingwebhookconfigurations'],
  ['', 'namespaces'],
  ['networking.k8s.io', 'networkpolicies'],
  ['networking.k8s.io', 'ingressclasses'],
  ['rbac.authorization.k8s.io', 'clusterrolebindings'],
  ['rbac.authorization.k8s.io', 'clusterroles'],
  ['rbac.authorization.k8s.io', 'roles'],
  ['rbac.authorization.k8s.io', 'rolebindings'],
  ['', 'nodes'],
  ['', 'persistentvolumeclaims'],
  ['', 'persistentvolumes'],
  ['policy', 'poddisruptionbudgets'],
  ['', 'pods'],
  ['apps', 'replicasets'],
  ['', 'replicationcontrollers'],
  ['', 'resourcequotas'],
  ['', 'secrets'],
  ['', 'serviceaccounts'],
  ['', 'services'],
  ['apps', 'statefulsets'],
  ['storage.k8s.io', 'storageclasses'],
  ['admissionregistration.k8s.io', 'validatingwebhookconfigurations'],
  ['storage.k8s.io', 'volumeattachments'],
]

export const watchableResources = watchable

/** Kinds that the chart does not watch unasked. */
const unasked: ReadonlySet<string> = new Set([
  'clusterrolebindings',
  'clusterroles',
  'endpoints',
  'ingressclasses',
  'rolebindings',
  'roles',
  'serviceaccounts',
])

/** Kinds that are watched unless the values say otherwise, in the order of the alphabet. */
export const defaultCollectors: readonly string[] = watchable
  .map(([, resource]) => resource)
  .filter((resource) => !unasked.has(resource))
  .sort()

const nodeLabels = [
  'agentpool',
  'alpha.eksctl.io/cluster-name',
  'alpha.eksctl.io/nodegroup-name',
  'beta.kubernetes.io/instance-type',
  'cloud.google.com/gke-nodepool',
  'cluster-name',
  'ec2.amazonaws.com/Name',
  'ec2.amazonaws.com/aws-autoscaling-groupName',
  'ec2.amazonaws.com/aws-autoscaling-group-name',
  'ec2.amazonaws.com/name',
  'eks.amazonaws.com/nodegroup',
  'k8s.io/cloud-provider-aws',
  'karpenter.sh/nodepool',
  'kubernetes.azure.com/cluster',
  'kubernetes.io/arch',
  'kubernetes.io/hostname',
  'kubernetes.io/os',
  'node.kubernetes.io/instance-type',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
] as const

/** The labels of nodes that tell of clouds, machine types and zones. */
export const defaultNodeLabels = ['nodes=[', nodeLabels.join(','), ']'].join('')
