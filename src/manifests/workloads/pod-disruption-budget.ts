import { present } from '../../base/present'
import { isEmpty } from '../../values/helm'
import { unquoted } from '../../values/unquoted'
import type { KubernetesObject } from '../kubernetes-object'
import { type Chart, metadataOf } from './chart'

const limits = ['minAvailable', 'maxUnavailable'] as const

/** Whether a budget is asked for, and which of its two limits are set. */
export function disruptionLimits(
  chart: Chart,
): { readonly set: readonly (typeof limits)[number][] } | undefined {
  const budget = (key: string) => chart.value('controller', 'podDisruptionBudget', key)
  if (isEmpty(budget('enabled'))) return undefined
  return { set: limits.filter((key) => !isEmpty(budget(key))) }
}

/**
 * Protection from drains (templates/pdb.yaml). The chart refuses one for a DaemonSet, and one that
 * has not exactly one limit.
 */
export function podDisruptionBudgets(chart: Chart): KubernetesObject[] {
  const [limit, another] = disruptionLimits(chart)?.set ?? []
  if (!limit || another || chart.value('controller', 'type') === 'daemonset') return []
  return [
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: metadataOf(chart),
      spec: present({
        selector: { matchLabels: chart.selectorLabels },
        [limit]: unquoted(chart.value('controller', 'podDisruptionBudget', limit)),
      }),
    },
  ]
}
