import { processingFields, staticLabelFields } from '../../pipelines/pod-logs/options'
import { anything, flag, group, map, text, texts } from '../../values/options'
import { commonFields } from '../common'

/** `podLogsObjects` (charts/feature-pod-logs-objects). */
export const options = group({
  ...commonFields,
  namespaces: texts('Look for PodLogs objects in these namespaces only. Empty looks in all.', {
    common: true,
  }),
  excludeNamespaces: texts('Look for no PodLogs objects in these namespaces.', { common: true }),
  labelSelectors: map(
    anything('', ''),
    'Use only PodLogs objects with these labels; a list allows several values.',
  ),
  nodeFilter: flag(
    false,
    'Meant to gather logs of the collector’s own node only. The chart makes nothing of it but the demand for a DaemonSet.',
  ),
  includePodMetadataLabels: flag(
    true,
    'Keep what discovery knows about a pod, of which the labels namespace, node, pod and container are made.',
  ),
  onlyGatherNewLogLines: flag(
    false,
    'Leave out the lines that were there before the collector started.',
  ),
  ...staticLabelFields,
  ...processingFields,
  extraLogProcessingRules: text(
    '',
    'Relabelling rules for the lines, before the stages. Go template expressions in it see this feature’s values.',
    { format: 'alloy' },
  ),
})
