import { ref } from '../../alloy/build'
import type { Destination } from '../types'
import { prometheusReceiver, prometheusStatements, secretFields } from './config'
import { options, type PrometheusValues } from './options'
import { validatePrometheus } from './validate'

export { mimirRules } from './rules'
export { checkRules, type RulesSurroundings } from './validate'

export const prometheus = {
  type: 'prometheus',
  title: 'Prometheus',
  help: 'Sends metrics to Grafana Cloud Metrics, Mimir, or whatever takes Prometheus remote write.',
  options,
  secretFields,
  supports: (_values, signal) => signal === 'metrics',
  ecosystem: () => 'prometheus',
  target(context, { signal, ecosystem }) {
    if (signal !== 'metrics') return []
    if (ecosystem === 'prometheus') return [prometheusReceiver(context)]
    return ecosystem === 'otlp'
      ? [ref({ name: 'otelcol.exporter.prometheus', label: context.label }, 'input')]
      : []
  },
  build: prometheusStatements,
  validate: validatePrometheus,
} satisfies Destination<PrometheusValues>
