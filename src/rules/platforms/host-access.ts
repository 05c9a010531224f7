import { isRecord, valueAt } from '../../base/record'
import { privilegesOf } from '../../collectors/describe'
import type { Assignment } from '../../collectors/types'
import type { Rule } from '../types'

/** Labels of nodes that are no machines, and let no pod look at one. */
const virtualNodes: readonly (readonly [string, string, string])[] = [
  ['eks.amazonaws.com/compute-type', 'fargate', 'EKS Fargate'],
  ['type', 'virtual-kubelet', 'virtual nodes'],
  ['kubernetes.io/role', 'virtual-node', 'virtual nodes'],
]

/** What does the same without looking at the node. */
const alternatives: Readonly<Record<string, string>> = {
  podLogsViaLoki: 'Pod Logs via Kubernetes API needs no access to nodes.',
  podLogsViaOpenTelemetry: 'Pod Logs via Kubernetes API needs no access to nodes.',
  nodeLogs: 'Node Logs has no other way; send the nodes’ logs from outside the cluster.',
  hostMetrics_linuxHosts: 'Kubelet and cAdvisor metrics tell the most of it.',
  profiling: 'Applications can send profiles themselves, to Profiles Receiver.',
}

function advice(assignments: readonly Assignment[], collector: string): string {
  const found = assignments
    .filter((one) => one.collector === collector)
    .map(({ feature: { key } }) =>
      Object.hasOwn(alternatives, key) ? alternatives[key] : undefined,
    )
  return [...new Set(found)].filter((text) => text !== undefined).join(' ')
}

/**
 * Collectors that reach for the node. Whether the cluster lets them does not show in the values, save
 * where they are bound to nodes that never do.
 */
export const hostAccess: Rule = ({ model, assignments, collectors }) => {
  for (const { view } of collectors) {
    const { spec, name } = view
    const privileges = privilegesOf(spec)
    if (privileges.length === 0) continue
    const selector = valueAt(spec, ['controller', 'nodeSelector'])
    const nodes = virtualNodes.find(
      ([label, value]) => isRecord(selector) && selector[label] === value,
    )
    const instead = advice(assignments, name)
    if (nodes) {
      const path = ['collectors', name, 'controller', 'nodeSelector', nodes[0]]
      model.report({
        code: 'platforms.no-host-here',
        path,
        message:
          `${name} is bound to ${nodes[2]}, where pods have no node to look at: ${privileges.join(', ')}. Its pods would stay pending. ${instead}`.trim(),
        fixes: [{ title: 'Let it run elsewhere', edits: [{ path, remove: true }], safe: false }],
      })
    } else if (model.global.platform === '') {
      const more = privileges.filter((words) => words !== 'reads /var/log of the node')
      const refusing = [
        'EKS Fargate and virtual nodes refuse that',
        // Autopilot lets pods read that one folder.
        ...(more.length > 0 ? ['GKE Autopilot refuses more than reading /var/log'] : []),
        'namespaces at the Pod Security level baseline refuse it, as those of Talos are by default',
        'OpenShift wants global.platform to be set',
      ]
      model.report({
        code: 'platforms.host-access',
        path: ['collectors', name],
        message:
          `${name} reaches for the node: ${privileges.join(', ')}. Not checked here: ${refusing.join('; ')}. ${instead}`.trim(),
      })
    }
  }
}
