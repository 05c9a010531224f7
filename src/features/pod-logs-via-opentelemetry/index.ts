import type { ValueOf } from '../../values/options'
import { requireDaemonSet, requireVarLog } from '../collector-checks'
import type { Feature } from '../types'
import { build } from './config'
import { options } from './options'

export type Values = ValueOf<typeof options>

/** templates/features/_feature_pod_logs_via_opentelemetry.tpl */
export const podLogsViaOpenTelemetry = {
  key: 'podLogsViaOpenTelemetry',
  path: ['podLogsViaOpenTelemetry'],
  title: 'Pod Logs via OpenTelemetry',
  name: 'Kubernetes Pod logs via OpenTelemetry',
  module: 'pod_logs_via_opentelemetry',
  group: 'logs',
  help: 'What the containers write to their standard output and error, read from the files on each node and sent as OpenTelemetry records.',
  costs: 'One Alloy pod on every node, which reads the node’s /var/log.',
  pipelines: [{ signal: 'logs', ecosystem: 'otlp' }],
  options,
  home: 'alloy-logs',
  needsClustering: () => false,
  needs: () => ({
    presets: ['daemonset', 'filesystem-log-reader'],
    stability: 'public-preview',
  }),
  build,
  validate(context, collector) {
    requireDaemonSet(
      context,
      collector,
      'Pod Logs via OpenTelemetry reads log files on every node.',
    )
    requireVarLog(context, collector, 'Pod Logs via OpenTelemetry reads the log files in /var/log.')
  },
} satisfies Feature<Values>
