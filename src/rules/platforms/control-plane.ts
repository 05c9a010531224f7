import { valueAt } from '../../base/record'
import type { Rule } from '../types'

/** Parts of the control plane that run as pods only where the cluster is run by oneself. */
const parts: readonly (readonly [string, string])[] = [
  ['kubeControllerManager', 'the controller manager'],
  ['kubeScheduler', 'the scheduler'],
]

/** Metrics of control planes that many clusters keep to themselves. */
export const controlPlane: Rule = ({ model }) => {
  const section = 'clusterMetrics'
  if (valueAt(model.root, [section, 'enabled']) !== true) return
  const all = valueAt(model.root, [section, 'controlPlane', 'enabled']) === true
  const wanted = parts.filter(([key]) => {
    const own = valueAt(model.root, [section, key, 'enabled'])
    const proxied = valueAt(model.root, [section, key, 'discoveryMode']) === 'eks-proxy'
    return (typeof own === 'boolean' ? own : all) && !proxied
  })
  const [first] = wanted
  if (!first) return
  const own = valueAt(model.root.user, [section, first[0], 'enabled']) === true
  model.report({
    code: 'platforms.control-plane',
    path: [section, own ? first[0] : 'controlPlane', 'enabled'],
    message:
      `${wanted.map(([, words]) => words).join(' and ')} are looked for as pods in kube-system. Not checked here: EKS, GKE and AKS hide those pods, and k3s has none. On EKS, discoveryMode: eks-proxy asks the API server instead; elsewhere turn them off.`.replace(
        /^./,
        (letter) => letter.toUpperCase(),
      ),
  })
}
