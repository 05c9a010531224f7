import { attribute, component, rawStatements, ref } from '../../alloy/build'
import { checkBasic } from '../../pipelines/http-checks'
import { destinationFields } from '../../pipelines/http-options'
import { group, text, type ValueOf } from '../../values/options'
import type { Destination, DestinationContext } from '../types'

const options = group({
  ...destinationFields,
  logProcessingRules: text('', 'Relabelling rules that entries pass before they are printed.', {
    format: 'alloy',
  }),
  logProcessingStages: text('', 'Stages that entries pass before they are printed.', {
    format: 'alloy',
  }),
})

type Values = ValueOf<typeof options>

function receiver({ label, values }: DestinationContext<Values>) {
  const { logProcessingRules, logProcessingStages } = values
  if (logProcessingRules !== '') return ref({ name: 'loki.relabel', label }, 'receiver')
  return ref({ name: logProcessingStages === '' ? 'loki.echo' : 'loki.process', label }, 'receiver')
}

/** The user's statements, then on to the printer. */
function step(
  context: DestinationContext<Values>,
  name: 'loki.relabel' | 'loki.process',
  option: 'logProcessingRules' | 'logProcessingStages',
) {
  const { label, values, path } = context
  if (values[option] === '') return []
  const origin = { unit: ['destinations', context.name].join('/'), path: [...path, option] }
  return [
    component(name, label, {}, [
      rawStatements(values[option], origin),
      attribute('forward_to', [ref({ name: 'loki.echo', label }, 'receiver')]),
    ]),
  ]
}

/** templates/destinations/_destination_loki-stdout.tpl */
export const lokiStdout = {
  type: 'loki-stdout',
  title: 'Standard output',
  help: 'Prints logs on the collector’s own output instead of sending them. For trying things out.',
  options,
  secretFields: [],
  supports: (_values, signal) => signal === 'logs',
  ecosystem: () => 'loki',
  target(context, { signal, ecosystem }) {
    if (signal !== 'logs') return []
    if (ecosystem === 'loki') return [receiver(context)]
    return ecosystem === 'otlp'
      ? [ref({ name: 'otelcol.exporter.loki', label: context.label }, 'input')]
      : []
  },
  build: (context) => [
    component('otelcol.exporter.loki', context.label, { forward_to: [receiver(context)] }),
    ...step(context, 'loki.relabel', 'logProcessingRules'),
    ...step(context, 'loki.process', 'logProcessingStages'),
    component('loki.echo', context.label),
  ],
  validate(context) {
    const { values, path } = context
    checkBasic(context)
    if (values.logProcessingRules === '' || values.logProcessingStages === '') return
    context.report({
      code: 'destinations.stages-unfed',
      path: [...path, 'logProcessingStages'],
      message:
        'With rules set as well, the chart sends entries through the rules alone: these stages get nothing. Keep one of the two, or do the relabelling with stages.',
      fixes: [
        {
          title: 'Remove the stages',
          edits: [{ path: [...path, 'logProcessingStages'], remove: true }],
          safe: false,
        },
      ],
    })
  },
} satisfies Destination<Values>
