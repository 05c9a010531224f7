import { present } from '../../base/present'
import { isEmpty } from '../../values/helm'
import type { KubernetesObject } from '../kubernetes-object'
import { type Chart, given, metadataOf } from './chart'

/** Who may talk to the pods, and whom they may talk to (templates/networkpolicy.yaml). */
export function networkPolicies(chart: Chart): KubernetesObject[] {
  const policy = (key: string) => chart.value('networkPolicy', key)
  if (isEmpty(policy('enabled')) || policy('flavor') !== 'kubernetes') return []
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: metadataOf(chart, { component: 'networking' }),
      spec: present({
        podSelector: { matchLabels: chart.selectorLabels },
        policyTypes: policy('policyTypes') ?? null,
        ingress: given(policy('ingress')),
        egress: given(policy('egress')),
      }),
    },
  ]
}
