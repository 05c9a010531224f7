import { valueAt } from '../../base/record'
import { openPorts } from '../receiver-ports'
import type { Feature } from '../types'
import { build } from './config'
import { options, type Values } from './options'
import { receiverPorts, reportedProtocols } from './receivers'
import { validate } from './validate'

/** templates/features/_feature_application_observability.tpl */
export const applicationObservability = {
  key: 'applicationObservability',
  path: ['applicationObservability'],
  title: 'Application Observability',
  name: 'Application Observability',
  module: 'application_observability',
  group: 'applications',
  help: 'Metrics, logs and traces that applications send, with facts about their pods added.',
  costs: 'Alloy pods with open ports, to which applications send.',
  pipelines: [
    { signal: 'metrics', ecosystem: 'otlp' },
    { signal: 'logs', ecosystem: 'otlp' },
    { signal: 'traces', ecosystem: 'otlp' },
  ],
  options,
  home: 'alloy-receiver',
  needsClustering: () => false,
  needs: (values) => ({
    ...(values.processors.interval.enabled && { stability: 'experimental' }),
    ...(receiverPorts(values).length === 0 && {
      values: ['grpc', 'http'].map((kind) => ({
        path: ['applicationObservability', 'receivers', 'otlp', kind, 'enabled'],
        value: true,
        why: 'Application Observability needs a receiver; OTLP is what most applications speak.',
      })),
    }),
  }),
  ports: receiverPorts,
  summary: (values) => ({ protocols: reportedProtocols(values) }),
  usesPipeline: (root, { signal }) =>
    valueAt(root, ['applicationObservability', signal, 'enabled']) !== false,
  build,
  influence: ({ values }, collector) => openPorts(collector, receiverPorts(values)),
  validate,
} satisfies Feature<Values>
