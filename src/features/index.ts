import { annotationAutodiscovery } from './annotation-autodiscovery'
import { applicationObservability } from './application-observability'
import { autoInstrumentation } from './auto-instrumentation'
import { clusterEvents } from './cluster-events'
import { clusterMetrics } from './cluster-metrics'
import { costMetrics } from './cost-metrics'
import { energyMetrics, linuxHosts, windowsHosts } from './host-metrics'
import { kubernetesManifests } from './kubernetes-manifests'
import { nodeLogs } from './node-logs'
import { podLogsObjects } from './pod-logs-objects'
import { podLogsViaKubernetesApi } from './pod-logs-via-kubernetes-api'
import { podLogsViaLoki } from './pod-logs-via-loki'
import { podLogsViaOpenTelemetry } from './pod-logs-via-opentelemetry'
import { profilesReceiver } from './profiles-receiver'
import { profiling } from './profiling'
import { prometheusOperatorObjects } from './prometheus-operator-objects'
import { selfReporting } from './self-reporting'
import { serviceIntegrations } from './service-integrations'
import type { Feature } from './types'
import { windowsEventLogs } from './windows-event-logs'

/** Every feature, in the chart's order (templates/features/_feature_helpers.tpl), which is the order in a config. */
export const features: readonly Feature[] = [
  annotationAutodiscovery,
  applicationObservability,
  autoInstrumentation,
  clusterMetrics,
  clusterEvents,
  costMetrics,
  linuxHosts,
  windowsHosts,
  energyMetrics,
  serviceIntegrations,
  kubernetesManifests,
  nodeLogs,
  windowsEventLogs,
  podLogsViaLoki,
  podLogsViaOpenTelemetry,
  podLogsViaKubernetesApi,
  podLogsObjects,
  profilesReceiver,
  profiling,
  prometheusOperatorObjects,
  selfReporting,
]
