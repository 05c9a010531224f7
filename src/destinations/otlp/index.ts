import type { Destination } from '../types'
import { companions } from './companions'
import { build, target } from './config'
import type { Values } from './context'
import { options } from './options'
import { secretFields } from './secret-fields'
import { validate } from './validate'

/** An OpenTelemetry server, for metrics, logs and traces (templates/destinations/_destination_otlp.tpl). */
export const otlp = {
  type: 'otlp',
  title: 'OpenTelemetry (OTLP)',
  help: 'Sends metrics, logs and traces to Grafana Cloud, Tempo, or anything else that takes OTLP.',
  options,
  secretFields,
  supports: (values, signal) => signal !== 'profiles' && values[signal].enabled === true,
  ecosystem: () => 'otlp',
  target,
  build,
  validate,
  companions,
} satisfies Destination<Values>
