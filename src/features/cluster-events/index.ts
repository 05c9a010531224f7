import { valueAt } from '../../base/record'
import type { ValueOf } from '../../values/options'
import { runsMoreThanOnce } from '../collector-checks'
import type { Feature } from '../types'
import { build } from './config'
import { options } from './options'

export type Values = ValueOf<typeof options>

/** templates/features/_feature_cluster_events.tpl */
export const clusterEvents = {
  key: 'clusterEvents',
  path: ['clusterEvents'],
  title: 'Cluster Events',
  name: 'Kubernetes Cluster events',
  module: 'cluster_events',
  group: 'cluster',
  help: 'Kubernetes events as log lines: what was scheduled, pulled, killed or failed, and why.',
  costs: 'One small Alloy pod that watches the Kubernetes API.',
  pipelines: [{ signal: 'logs', ecosystem: 'loki' }],
  options,
  home: 'alloy-singleton',
  needsClustering: ({ clustering }) => clustering,
  needs: () => ({}),
  build,
  validate(context, collector) {
    if (!collector || context.values.clustering || !runsMoreThanOnce(collector)) return
    const clusters = valueAt(collector.spec, ['alloy', 'clustering', 'enabled']) === true
    context.report({
      code: 'features.events-repeated',
      path: [...context.path, clusters ? 'clustering' : 'collector'],
      message: `Every replica of ${collector.name} sends every event, so each event is stored several times. Give Cluster Events to a collector with one replica, or turn on its clustering on a collector that clusters.`,
      ...(clusters && {
        fixes: [
          {
            title: 'Share the events among the replicas',
            edits: [{ path: [...context.path, 'clustering'], value: true }],
            safe: true,
          },
        ],
      }),
    })
  },
} satisfies Feature<Values>
