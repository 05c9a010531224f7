import { printAsText } from '../../values/helm'
import type { Feature } from '../types'
import { build, type Values } from './config'
import { options } from './options'
import { validate } from './validate'

/** What Self-reporting tells of, in its order (templates/_notes.tpl); ScrapeConfigs are not told. */
const summarized = [
  { key: 'serviceMonitors', name: 'ServiceMonitors' },
  { key: 'podMonitors', name: 'PodMonitors' },
  { key: 'probes', name: 'Probes' },
] as const

/** charts/feature-prometheus-operator-objects */
export const prometheusOperatorObjects = {
  key: 'prometheusOperatorObjects',
  path: ['prometheusOperatorObjects'],
  title: 'Prometheus Operator Objects',
  name: 'Prometheus Operator Objects',
  module: 'prometheus_operator_objects',
  group: 'applications',
  help: 'Metrics of whatever ServiceMonitors, PodMonitors and Probes point to, without a Prometheus Operator.',
  costs: 'Nothing more to deploy; the definitions of these objects have to be in the cluster.',
  pipelines: [{ signal: 'metrics', ecosystem: 'prometheus' }],
  options,
  home: 'alloy-metrics',
  needsClustering: () => true,
  needs: ({ scrapeConfigs }) => (scrapeConfigs.enabled ? { stability: 'experimental' } : {}),
  summary: (values) => ({
    sources: printAsText(
      summarized
        .filter(({ key }) => values[key].enabled)
        .map(({ name }) => name)
        .join(',') || null,
    ),
  }),
  build,
  validate,
} satisfies Feature<Values>
