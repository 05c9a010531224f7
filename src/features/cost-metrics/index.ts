import type { Feature } from '../types'
import { build, type Values } from './config'
import { options } from './options'
import { validate } from './validate'

/** charts/feature-cost-metrics */
export const costMetrics = {
  key: 'costMetrics',
  path: ['costMetrics'],
  title: 'Cost Metrics',
  // The chart's own messages give it the name of Cluster Metrics.
  name: 'Kubernetes Cluster metrics',
  module: 'cost_metrics',
  group: 'cost',
  help: 'What nodes, volumes and workloads cost, as OpenCost works it out from prices and use.',
  costs: 'Deploys OpenCost, one pod that queries your Prometheus, unless you run your own.',
  pipelines: [{ signal: 'metrics', ecosystem: 'prometheus' }],
  options,
  home: 'alloy-metrics',
  needsClustering: () => true,
  needs: ({ opencost }) => ({
    ...(Object.keys(opencost.labelMatchers).length === 0 && {
      services: [{ name: 'opencost', why: 'Cost Metrics reads what OpenCost works out.' }],
    }),
    values: [
      {
        path: ['clusterMetrics', 'enabled'],
        value: true,
        why: 'Cost Metrics does not work without Cluster Metrics: the chart breaks off.',
      },
    ],
  }),
  build,
  validate,
} satisfies Feature<Values>
