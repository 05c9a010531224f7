import type { Feature } from '../types'
import { build } from './config'
import type { Values } from './context'
import { options } from './options'
import { validate } from './validate'

/** charts/feature-cluster-metrics */
export const clusterMetrics = {
  key: 'clusterMetrics',
  path: ['clusterMetrics'],
  title: 'Cluster Metrics',
  name: 'Kubernetes Cluster metrics',
  module: 'cluster_metrics',
  group: 'cluster',
  help: 'How the cluster and everything in it is doing: nodes, containers, and the state of every Kubernetes object; on request also the control plane.',
  costs: 'Deploys kube-state-metrics, one small pod, unless you run your own.',
  pipelines: [{ signal: 'metrics', ecosystem: 'prometheus' }],
  options,
  home: 'alloy-metrics',
  needsClustering: () => true,
  needs: ({ 'kube-state-metrics': { enabled, labelMatchers } }) =>
    enabled && Object.keys(labelMatchers).length === 0
      ? {
          services: [
            {
              name: 'kube-state-metrics',
              why: 'Cluster Metrics reads the state of Kubernetes objects from it.',
            },
          ],
        }
      : {},
  build,
  validate,
} satisfies Feature<Values>
