import { printAsText } from '../../values/helm'
import type { Feature } from '../types'
import { build } from './config'
import type { Values } from './context'
import { options } from './options'
import { validate } from './validate'

/** The sources that Self-reporting tells of, in its order (templates/_notes.tpl): probes and DNS are not. */
const summarized = [
  'controlPlane',
  'kubelet',
  'kubeletResource',
  'cadvisor',
  'apiServer',
  'kubeControllerManager',
  'kubeProxy',
  'kubeScheduler',
  'kube-state-metrics',
] as const

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
  summary: (values) => ({
    sources: printAsText(
      summarized.filter((key) => values[key].enabled === true).join(',') || null,
    ),
  }),
  build,
  validate,
} satisfies Feature<Values>
