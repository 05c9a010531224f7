import type { Block } from '../../alloy/ast'
import { block, component, quotedRaw, type Value } from '../../alloy/build'
import {
  ottlAttribute,
  ottlBlocks,
  ottlDelete,
  ottlIsMatch,
  ottlVerbatim,
} from '../../pipelines/ottl'
import {
  fillEmpty,
  forgetLabels,
  nameFromLabels,
  workloadAttributes,
} from '../../pipelines/service-detection'
import type { Signal } from '../../values/signals'
import type { Values } from './options'
import { type Outputs, outputBlock } from './outputs'

/** Statements for one context; without statements there is no block. */
export function statementsBlock(
  signal: Signal,
  context: string,
  statements: readonly Value[],
): Block | undefined {
  if (statements.length === 0) return undefined
  return block(ottlBlocks(signal).statements, { context, statements })
}

const detection = [
  ...nameFromLabels(),
  ...workloadAttributes.map((source) => fillEmpty('service.name', source, 'resource.attributes')),
  fillEmpty('service.namespace', 'k8s.namespace.name', 'resource.attributes'),
  ...forgetLabels('instance', 'name'),
]

function forgetUnknownNames(): string {
  const name = ottlAttribute('service.name', 'resource.attributes')
  return ottlDelete(
    'service.name',
    `${name} != nil and ${ottlIsMatch(name, ottlVerbatim('^unknown_service'))}`,
    'resource.attributes',
  )
}

/** What is done about services' names, for every signal alike. */
function nameStatements(values: Values): string[] {
  return [
    ...(values.overrideUnknownServiceNames ? [forgetUnknownNames()] : []),
    ...(values.alignServiceNameWithOTelSemConv ? detection : []),
  ]
}

/** Texts that the user wrote go between quotes as they stand: the chart does not escape these. */
function lokiLabels(labels: readonly string[]): Value[] {
  return [
    'set(attributes["pod"], attributes["k8s.pod.name"])',
    'set(attributes["namespace"], attributes["k8s.namespace.name"])',
    quotedRaw(
      ['set(attributes[\\"loki.resource.labels\\"], \\"', labels.join(', '), '\\")'].join(''),
    ),
  ]
}

function spanNames(version: string): Value[] {
  return version === ''
    ? []
    : [quotedRaw(['set_semconv_span_name(\\"', version, '\\", \\"original_span_name\\")'].join(''))]
}

/** templates/_processor_transform.tpl */
export function transformProcessor(values: Values, outputs: Outputs) {
  const { metrics, logs, traces } = values
  const names = nameStatements(values)
  return component(
    'otelcol.processor.transform',
    'default',
    { error_mode: values.processors.transform.errorMode },
    [
      metrics.enabled && [
        statementsBlock('metrics', 'resource', [...metrics.transforms.resource, ...names]),
        statementsBlock('metrics', 'metric', metrics.transforms.metric),
        statementsBlock('metrics', 'datapoint', metrics.transforms.datapoint),
      ],
      logs.enabled && [
        statementsBlock('logs', 'resource', [
          ...logs.transforms.resource,
          ...lokiLabels(logs.transforms.labels),
          ...names,
        ]),
        statementsBlock('logs', 'log', logs.transforms.log),
      ],
      traces.enabled && [
        statementsBlock('traces', 'resource', [...traces.transforms.resource, ...names]),
        statementsBlock('traces', 'span', [
          ...traces.transforms.span,
          ...spanNames(traces.setSpanNameSemanticConvention),
        ]),
        statementsBlock('traces', 'spanevent', traces.transforms.spanevent),
      ],
      outputBlock(values, outputs),
    ],
  )
}
