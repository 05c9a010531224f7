/**
 * What the Alloy Operator makes of an Alloy object: the Alloy chart 1.11.1, rendered with the
 * object's spec as values.
 */
import type { KubernetesObject } from '../kubernetes-object'
import { horizontalAutoscalers, verticalAutoscalers } from './autoscalers'
import { type Chart, chartOf } from './chart'
import { configMaps } from './config-map'
import { controllers } from './controllers'
import { extraObjects } from './extra-objects'
import { ingresses } from './ingress'
import { networkPolicies } from './network-policy'
import { podDisruptionBudgets } from './pod-disruption-budget'
import { accessRules } from './rbac'
import { clusterServices, services } from './service'
import { serviceAccounts } from './service-account'
import { serviceMonitors } from './service-monitor'

export { alloyChartDefaults } from '../../collectors/alloy-chart'
export { type WorkloadRefusal, workloadRefusals } from './refusals'

/** What a cluster has beyond Kubernetes itself that changes the outcome. */
export interface ClusterApis {
  /** It has the Vertical Pod Autoscaler; without it, none is made, whatever the spec says. */
  readonly verticalPodAutoscaler?: boolean
}

/** In an order in which they may be applied. */
const makers: readonly ((chart: Chart) => KubernetesObject[])[] = [
  networkPolicies,
  podDisruptionBudgets,
  serviceAccounts,
  configMaps,
  accessRules,
  services,
  clusterServices,
  controllers,
  horizontalAutoscalers,
  ingresses,
  serviceMonitors,
  extraObjects,
]

/**
 * The objects that the operator makes of one Alloy object, in an order in which they may be applied.
 * What the chart refuses is left out. Never throws, whatever the spec holds.
 */
export function workloadsOf(
  alloyObject: KubernetesObject,
  apis: ClusterApis = {},
): KubernetesObject[] {
  const chart = chartOf(alloyObject)
  const made = makers.flatMap((make) => make(chart))
  return apis.verticalPodAutoscaler ? [...made, ...verticalAutoscalers(chart)] : made
}
