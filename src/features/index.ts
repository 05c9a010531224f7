import { clusterEvents } from './cluster-events'
import { clusterMetrics } from './cluster-metrics'
import { nodeLogs } from './node-logs'
import { podLogsViaKubernetesApi } from './pod-logs-via-kubernetes-api'
import { podLogsViaLoki } from './pod-logs-via-loki'
import type { Feature } from './types'

/** Every feature, in the chart's order (templates/features/_feature_helpers.tpl), which is the order in a config. */
export const features: readonly Feature[] = [
  clusterMetrics,
  clusterEvents,
  nodeLogs,
  podLogsViaLoki,
  podLogsViaKubernetesApi,
]
