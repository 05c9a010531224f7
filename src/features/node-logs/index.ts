import type { ValueOf } from '../../values/options'
import { requireDaemonSet, requireVarLog } from '../collector-checks'
import type { Feature } from '../types'
import { build } from './config'
import { options } from './options'

export type Values = ValueOf<typeof options>

/** templates/features/_feature_node_logs.tpl */
export const nodeLogs = {
  key: 'nodeLogs',
  path: ['nodeLogs'],
  title: 'Node Logs',
  name: 'Kubernetes Node logs',
  module: 'node_logs',
  group: 'logs',
  help: 'The systemd journal of every node: the kubelet, the container runtime and whatever else runs outside of pods.',
  costs: 'One Alloy pod on every node, which reads the node’s /var/log.',
  pipelines: [{ signal: 'logs', ecosystem: 'loki' }],
  options,
  home: 'alloy-logs',
  needsClustering: () => false,
  needs: ({ journal }) => ({
    presets: [
      'daemonset',
      ...(journal.path.startsWith('/var/log') ? ['filesystem-log-reader'] : []),
    ],
  }),
  build,
  validate(context, collector) {
    requireDaemonSet(context, collector, 'Node Logs reads the journal of every node.', true)
    if (context.values.journal.path.startsWith('/var/log')) {
      requireVarLog(context, collector, 'Node Logs reads the journal in /var/log.')
    }
  },
} satisfies Feature<Values>
