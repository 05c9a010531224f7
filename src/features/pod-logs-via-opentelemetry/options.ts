import { selectionFields } from '../../pipelines/pod-logs/options'
import { anything, flag, group, map, text } from '../../values/options'
import { commonFields } from '../common'

/** Attributes copied from labels or annotations of something in Kubernetes. */
function copied(what: string, initial: Readonly<Record<string, string>> = {}) {
  return map(
    text('', '', { loose: true }),
    `Attributes to copy from ${what}: the attribute, then the key there.`,
    { initial },
  )
}

/** Values by which a filter drops a pod's logs. */
function dropping(what: string) {
  return map(
    anything(null, '', { nullable: true }),
    `Drop the logs of pods whose ${what} has this value; null drops them whatever the value.`,
  )
}

/** `podLogsViaOpenTelemetry` (charts/feature-pod-logs-via-opentelemetry). */
export const options = group({
  ...commonFields,
  ...selectionFields,
  labels: copied('the pod’s labels', { app_kubernetes_io_name: 'app.kubernetes.io/name' }),
  nodeLabels: copied('the node’s labels'),
  namespaceLabels: copied('the namespace’s labels'),
  staticAttributes: map(text('', '', { loose: true }), 'Attributes with a fixed value.'),
  staticAttributesFrom: map(
    text('', '', { loose: true }),
    'Attributes whose value is an expression of OpenTelemetry’s transformation language.',
  ),
  annotations: copied('the pod’s annotations'),
  nodeAnnotations: copied('the node’s annotations'),
  namespaceAnnotations: copied('the namespace’s annotations'),
  otelAnnotations: flag(
    false,
    'Let Alloy set the resource attributes that OpenTelemetry recommends for Kubernetes.',
  ),
  filters: group(
    { annotations: dropping('annotation'), labels: dropping('label') },
    'Pods whose logs are dropped. One match is enough.',
  ),
  onlyGatherNewLogLines: flag(
    true,
    'Leave out the lines that were there before the collector started.',
  ),
  alignServiceNameWithOTelSemConv: flag(
    false,
    'Find service.name as OpenTelemetry’s conventions do: also from the instance label, the workload and the pod.',
  ),
})
