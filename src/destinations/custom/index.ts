import type { Expression, Statement } from '../../alloy/ast'
import { block, component, rawItems, rawStatements, ref } from '../../alloy/build'
import { checkBasic } from '../../pipelines/http-checks'
import { destinationFields } from '../../pipelines/http-options'
import { choice, flag, group, text, type ValueOf } from '../../values/options'
import { type Ecosystem, ecosystems, type Pipeline, signals } from '../../values/signals'
import type { Destination, DestinationContext } from '../types'

const sends = (what: string) =>
  group({
    enabled: flag(false, ['Whether', what, 'can be sent here.'].join(' '), { common: true }),
    target: text('', ['Receiver of the', what, 'in your configuration.'].join(' '), {
      format: 'alloy-expression',
      common: true,
      example: 'otelcol.exporter.kafka.mine.input',
    }),
  })

const options = group({
  ...destinationFields,
  config: text('', 'Alloy components that make up the destination.', {
    format: 'alloy',
    common: true,
  }),
  ecosystem: choice(
    ['', ...ecosystems],
    '',
    'Family of components that the targets belong to. Data of another family is converted.',
    { common: true, loose: true },
  ),
  metrics: sends('metrics'),
  logs: sends('logs'),
  traces: sends('traces'),
  profiles: sends('profiles'),
})

type Values = ValueOf<typeof options>

/**
 * The converters that the chart puts in front of the user's components, by what the data is and
 * what the destination speaks. `reference` is the export that features are pointed at; for the
 * exporters the chart names one that they do not have (see `destinations.custom-conversion`).
 */
const converters: readonly {
  readonly pipeline: Pipeline
  readonly speaks: Ecosystem
  readonly component: string
  readonly output: boolean
  readonly broken: boolean
}[] = [
  {
    pipeline: { signal: 'metrics', ecosystem: 'otlp' },
    speaks: 'prometheus',
    component: 'otelcol.exporter.prometheus',
    output: false,
    broken: true,
  },
  {
    pipeline: { signal: 'metrics', ecosystem: 'prometheus' },
    speaks: 'otlp',
    component: 'otelcol.receiver.prometheus',
    output: true,
    broken: false,
  },
  {
    pipeline: { signal: 'logs', ecosystem: 'otlp' },
    speaks: 'loki',
    component: 'otelcol.exporter.loki',
    output: false,
    broken: true,
  },
  {
    pipeline: { signal: 'logs', ecosystem: 'loki' },
    speaks: 'otlp',
    component: 'otelcol.receiver.loki',
    output: true,
    broken: false,
  },
]

function converter(values: Values, { signal, ecosystem }: Pipeline) {
  return converters.find(
    ({ pipeline, speaks }) =>
      pipeline.signal === signal && pipeline.ecosystem === ecosystem && speaks === values.ecosystem,
  )
}

/** Traces and profiles go to their target whatever the ecosystem says; the others only if it fits. */
function isNative(values: Values, { signal, ecosystem }: Pipeline): boolean {
  if (signal === 'traces') return ecosystem === 'otlp'
  if (signal === 'profiles') return ecosystem === 'pyroscope'
  return values.ecosystem === ecosystem
}

function target({ values, label }: DestinationContext<Values>, pipeline: Pipeline) {
  if (isNative(values, pipeline)) return rawItems(values[pipeline.signal].target)
  const found = converter(values, pipeline)
  return found ? [ref({ name: found.component, label }, 'receiver')] : []
}

/** templates/destinations/_destination_custom.tpl */
export const custom = {
  type: 'custom',
  title: 'Custom',
  help: 'Sends to components of your own: whatever Alloy can write to and the chart has no type for.',
  options,
  secretFields: [],
  supports: (values, signal) => values[signal].enabled,
  ecosystem: ({ ecosystem }) => (ecosystem === '' ? 'nop' : ecosystem),
  target: (context, pipeline): readonly Expression[] => target(context, pipeline),
  build({ label, values, name, path }) {
    const conversions = converters
      .filter(({ pipeline, speaks }) => {
        return values[pipeline.signal].enabled && speaks === values.ecosystem
      })
      .map(({ pipeline, component: type, output }): Statement => {
        const targets = rawItems(values[pipeline.signal].target)
        return output
          ? component(type, label, {}, [block('output', { [pipeline.signal]: targets })])
          : component(type, label, { forward_to: targets })
      })
    const origin = { unit: ['destinations', name].join('/'), path: [...path, 'config'] }
    return [...conversions, ...rawStatements(values.config, origin)]
  },
  validate(context) {
    const { values, path, report } = context
    checkBasic(context)
    const enabled = signals.filter((signal) => values[signal].enabled)
    for (const signal of enabled) {
      if (values[signal].target.trim() !== '') continue
      report({
        code: 'destinations.custom-without-target',
        path: [...path, signal, 'target'],
        message: `Name the component in your configuration that takes ${signal}. Without it, the collector’s config does not load.`,
      })
    }
    if (enabled.length > 0 && !ecosystems.some((known) => known === values.ecosystem)) {
      report({
        code: 'destinations.custom-ecosystem',
        path: [...path, 'ecosystem'],
        message:
          values.ecosystem === ''
            ? `Say which family of components this destination belongs to: ${ecosystems.join(', ')}.`
            : `There is no ecosystem ${JSON.stringify(values.ecosystem)}. Choose one of ${ecosystems.join(', ')}.`,
      })
    }
  },
  accept(context, pipeline, sender) {
    const { values, name, path, report } = context
    const found = converter(values, pipeline)
    if (found?.broken) {
      report({
        code: 'destinations.custom-conversion',
        path: [...sender.path, 'destinations'],
        message: `${sender.name} sends OTLP ${pipeline.signal}, which ${name} would have to convert. The chart points at ${found.component}'s receiver, which it does not have, so the collector's config does not load. Make the destination's ecosystem otlp and convert in its own configuration, or send to another destination.`,
      })
    } else if (!found && !isNative(values, pipeline)) {
      report({
        code: 'destinations.custom-ecosystem',
        path: [...path, 'ecosystem'],
        message: `${sender.name} sends ${pipeline.signal} of the ${pipeline.ecosystem} ecosystem, which cannot be converted for ${name}, and the collector's config does not load. Set the ecosystem to ${pipeline.ecosystem}.`,
      })
    }
  },
} satisfies Destination<Values>
