import { ref } from '../../alloy/build'
import { httpClients } from '../../pipelines/http'
import { checkHttp } from '../../pipelines/http-checks'
import { httpSecretFields } from '../../pipelines/http-options'
import type { Destination } from '../types'
import { lokiReceiver, lokiStatements } from './config'
import { type LokiValues, options } from './options'

export const loki = {
  type: 'loki',
  title: 'Loki',
  help: 'Sends logs to Grafana Cloud Logs, Loki, or whatever takes Loki’s push protocol.',
  options,
  secretFields: httpSecretFields,
  supports: (_values, signal) => signal === 'logs',
  ecosystem: () => 'loki',
  target(context, { signal, ecosystem }) {
    if (signal !== 'logs') return []
    if (ecosystem === 'loki') return [lokiReceiver(context)]
    return ecosystem === 'otlp'
      ? [ref({ name: 'otelcol.exporter.loki', label: context.label }, 'input')]
      : []
  },
  build: lokiStatements,
  validate(context) {
    const { values, path, name, report } = context
    checkHttp(context, { client: httpClients.loki, secretFields: httpSecretFields })
    if (!values.writeAheadLog.enabled) return
    report({
      code: 'destinations.experimental',
      path: [...path, 'writeAheadLog', 'enabled'],
      message: `The write-ahead log for logs is experimental: every collector that sends to ${name} needs alloy.stabilityLevel set to experimental, which the chart does not check.`,
    })
  },
} satisfies Destination<LokiValues>
