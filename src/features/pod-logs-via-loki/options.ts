import { podLogFields } from '../../pipelines/pod-logs/options'
import { flag, group } from '../../values/options'
import { commonFields } from '../common'

/** `podLogsViaLoki` (charts/feature-pod-logs-via-loki). */
export const options = group({
  ...commonFields,
  ...podLogFields,
  onlyGatherNewLogLines: flag(
    true,
    'Leave out the lines that were there before the collector started.',
  ),
  alignServiceNameWithOTelSemConv: flag(
    false,
    'Find service_name as OpenTelemetry’s conventions do: also from the instance label, the workload and the pod.',
  ),
})
