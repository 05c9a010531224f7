import type { Statement } from '../../alloy/ast'
import { component, ref } from '../../alloy/build'
import { discoverPods } from '../../pipelines/pod-logs/discovery'
import { processPodLogs } from '../../pipelines/pod-logs/processing'
import { templatedStatements, userStatements } from '../../pipelines/user-alloy'
import type { ValueOf } from '../../values/options'
import { requireDaemonSet, requireVarLog } from '../collector-checks'
import { checkStaticLabels } from '../label-names'
import type { Feature, FeatureContext } from '../types'
import { options } from './options'

export type Values = ValueOf<typeof options>

/** charts/feature-pod-logs-via-loki/templates/_module.alloy.tpl */
function build(context: FeatureContext<Values>): readonly Statement[] {
  const { values, podLogRules } = context
  const pods = discoverPods({
    values,
    from: 'node',
    alignServiceName: values.alignServiceNameWithOTelSemConv,
    extraRules: [...podLogRules.discoveryRules, ...userStatements(context, 'extraDiscoveryRules')],
  })
  const processing = processPodLogs({
    label: 'pod_logs',
    path: context.path,
    values,
    formats: {
      defaultFormat: values.defaultLogFormat,
      maxPartialLines: values.cri.maxPartialLines,
    },
    extraStages: [
      ...podLogRules.stages,
      ...templatedStatements(context, 'extraLogProcessingStages'),
    ],
    destinations: context.destinations('logs'),
  })
  const files = component('local.file_match', 'pod_logs', { path_targets: pods.targets })
  const source = component('loki.source.file', 'pod_logs', {
    targets: ref(files, 'targets'),
    tail_from_end: values.onlyGatherNewLogLines,
    forward_to: [ref(processing.entrance, 'receiver')],
  })
  return [...pods.components, files, source, ...processing.components]
}

/** templates/features/_feature_pod_logs_via_loki.tpl */
export const podLogsViaLoki = {
  key: 'podLogsViaLoki',
  path: ['podLogsViaLoki'],
  title: 'Pod Logs via Loki',
  name: 'Kubernetes Pod logs',
  module: 'pod_logs_via_loki',
  group: 'logs',
  help: 'What the containers write to their standard output and error, read from the files on each node.',
  costs: 'One Alloy pod on every node, which reads the node’s /var/log.',
  pipelines: [{ signal: 'logs', ecosystem: 'loki' }],
  options,
  home: 'alloy-logs',
  needsClustering: () => false,
  needs: ({ secretFilter }) => ({
    presets: ['daemonset', 'filesystem-log-reader'],
    ...(secretFilter.enabled && { stability: 'experimental' }),
  }),
  build,
  validate(context, collector) {
    checkStaticLabels(context)
    requireDaemonSet(context, collector, 'Pod Logs via Loki reads log files on every node.')
    requireVarLog(context, collector, 'Pod Logs via Loki reads the log files in /var/log.')
  },
} satisfies Feature<Values>
