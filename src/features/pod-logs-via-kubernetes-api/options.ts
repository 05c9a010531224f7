import { podLogFields } from '../../pipelines/pod-logs/options'
import { group } from '../../values/options'
import { commonFields } from '../common'

/** `podLogsViaKubernetesApi` (charts/feature-pod-logs-via-kubernetes-api). */
export const options = group({ ...commonFields, ...podLogFields })
