import type { Block } from '../alloy/ast'
import { block } from '../alloy/build'
import { flag, group, type ValueOf } from '../values/options'
import { rule } from './rules'

interface NodeLabel {
  readonly option: string
  readonly target: string
  /** Node labels that may hold it, the best first. */
  readonly sources: readonly string[]
}

/** Labels of a node that telemetry may carry (every feature chart's templates/_nodes_common.tpl). */
const nodeLabels = [
  {
    option: 'nodePool',
    target: 'nodepool',
    sources: [
      'karpenter_sh_nodepool',
      'cloud_google_com_gke_nodepool',
      'eks_amazonaws_com_nodegroup',
      'kubernetes_azure_com_agentpool',
      'agentpool',
    ],
  },
  {
    option: 'region',
    target: 'region',
    sources: ['topology_kubernetes_io_region', 'failure_domain_beta_kubernetes_io_region'],
  },
  {
    option: 'availabilityZone',
    target: 'availability_zone',
    sources: [
      'topology_kubernetes_io_zone',
      'failure_domain_beta_kubernetes_io_zone',
      'topology_gke_io_zone',
    ],
  },
  {
    option: 'nodeRole',
    target: 'node_role',
    sources: ['kubernetes_io_role', 'node_kubernetes_io_role', 'node_role', 'role'],
  },
  {
    option: 'nodeOS',
    target: 'os',
    sources: ['kubernetes_io_os', 'os_kubernetes_io', 'os'],
  },
  {
    option: 'nodeArchitecture',
    target: 'architecture',
    sources: ['kubernetes_io_arch', 'beta_kubernetes_io_arch'],
  },
  {
    option: 'instanceType',
    target: 'instance_type',
    sources: ['node_kubernetes_io_instance_type', 'beta_kubernetes_io_instance_type'],
  },
] as const satisfies readonly NodeLabel[]

/** `nodeLabels`, the same wherever a feature has it. */
export const nodeLabelOptions = group(
  {
    nodePool: flag(false, 'Add the label nodepool: the node pool or group of the node.'),
    region: flag(false, 'Add the label region: the cloud region of the node.'),
    availabilityZone: flag(false, 'Add the label availability_zone: the zone of the node.'),
    nodeRole: flag(false, 'Add the label node_role: the role of the node, where it is labelled.'),
    nodeOS: flag(false, 'Add the label os: the operating system of the node.'),
    nodeArchitecture: flag(false, 'Add the label architecture: the processor type of the node.'),
    instanceType: flag(false, 'Add the label instance_type: the machine type of the node.'),
  },
  'Facts about the node that become labels of the data.',
)

export type NodeLabels = ValueOf<typeof nodeLabelOptions>

/** Joined with `;`, the first of several labels that is not empty. */
export const firstOfMany = '^(?:;*)?([^;]+).*$'

/** Whether discovery has to fetch the node's metadata. */
export function wantsNodeMetadata(wanted: NodeLabels): boolean {
  return nodeLabels.some(({ option }) => wanted[option])
}

/** The rules that copy the wanted facts from discovery's metadata. */
export function nodeLabelRules(wanted: NodeLabels): Block[] {
  return nodeLabels.flatMap(({ option, target, sources }) =>
    wanted[option]
      ? [
          rule({
            source_labels: sources.map((source) => `__meta_kubernetes_node_label_${source}`),
            regex: firstOfMany,
            target_label: target,
          }),
        ]
      : [],
  )
}

/** `attach_metadata` of `discovery.kubernetes`, where any is wanted. */
export function attachMetadata(wanted: {
  readonly namespace?: boolean
  readonly node?: boolean
}): Block | undefined {
  if (!wanted.namespace && !wanted.node) return undefined
  return block('attach_metadata', {
    namespace: wanted.namespace || undefined,
    node: wanted.node || undefined,
  })
}
