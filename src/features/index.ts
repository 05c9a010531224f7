import { clusterEvents } from './cluster-events'
import { clusterMetrics } from './cluster-metrics'
import { nodeLogs } from './node-logs'
import type { Feature } from './types'

/** Every feature, in the chart's order (templates/features/_feature_helpers.tpl), which is the order in a config. */
export const features: readonly Feature[] = [clusterMetrics, clusterEvents, nodeLogs]
