/** What the injector may do in the cluster (templates/rbac). */
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { accessRule, leaderElectionRules, readVerbs, role, roleBinding } from '../access'
import { type BundledChart, metadataOf } from '../chart'
import { certificateName, isSelfSigned, watchedNamespace, webhookName } from './certificate'
import type { Context } from './index'

const hooks = ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'] as const
const admission = 'admissionregistration.k8s.io'

function managerRules(chart: BundledChart, context: Context) {
  const own = [webhookName(chart, 'mutating'), webhookName(chart, 'validating')]
  return [
    accessRule('', ['pods'], ['delete', ...readVerbs]),
    accessRule('apps', ['daemonsets', 'deployments', 'statefulsets'], ['patch']),
    accessRule('apps', ['replicasets'], readVerbs),
    ...(isSelfSigned(context)
      ? [
          accessRule(admission, hooks, readVerbs),
          accessRule(admission, hooks, ['update', 'patch'], own),
        ]
      : []),
  ]
}

export function access(chart: BundledChart, context: Context): KubernetesObject[] {
  const account = { name: chart.accountName, namespace: chart.namespace }
  const pair = (
    names: readonly [string, string],
    rules: Parameters<typeof role>[1],
    namespace: string | null = chart.namespace,
  ) => {
    const [name, binding] = names.map((suffix) => [chart.fullName, suffix].join('-'))
    const metadata = metadataOf(chart, { namespace, ...(name !== undefined && { name }) })
    const bound = metadataOf(chart, { namespace, ...(binding !== undefined && { name: binding }) })
    return [role(metadata, rules), roleBinding(bound, metadata.name, account)]
  }
  const certificate = [certificateName(chart)]
  return [
    ...pair(
      ['configmap-reader', 'configmap-reader'],
      [accessRule('', ['configmaps'], readVerbs)],
      watchedNamespace(chart, context),
    ),
    ...(context.values.leaderElection
      ? pair(['leader-election-role', 'leader-election-rolebinding'], leaderElectionRules)
      : []),
    ...pair(['manager-role', 'manager-rolebinding'], managerRules(chart, context), null),
    ...(isSelfSigned(context)
      ? pair(
          ['cert-rotator-role', 'cert-rotator-rolebinding'],
          [
            accessRule('', ['secrets'], ['list', 'watch']),
            accessRule('', ['secrets'], ['get', 'update'], certificate),
          ],
        )
      : []),
  ]
}
