/** An OTLP destination from its inputs to its exporter (templates/destinations/_destination_otlp.tpl). */
import type { Block, Expression, Statement } from '../../alloy/ast'
import { block, component, rawExpression, ref, withOrigin } from '../../alloy/build'
import { isEmpty, printValue } from '../../values/helm'
import type { Pipeline } from '../../values/signals'
import { type Context, inputOf, outputs, passes } from './context'
import { exporterStatements, exporterTarget } from './exporter'
import { loadBalancer } from './load-balancing'
import { scrapeNormalize, transformAndFilter } from './transform'

const attributesName = 'otelcol.processor.attributes'

/** What a pipeline forwards to: a converter from its own form, or the first processor. */
export function target(context: Context, { ecosystem }: Pipeline): readonly Expression[] {
  const { label } = context
  switch (ecosystem) {
    case 'prometheus':
      return [ref({ name: 'otelcol.receiver.prometheus', label }, 'receiver')]
    case 'loki':
      return [ref({ name: 'otelcol.receiver.loki', label }, 'receiver')]
    default:
      return [inputOf(attributesName, context)]
  }
}

/** Converters from the forms of Prometheus and Loki. */
function converters(context: Context): readonly Block[] {
  const { label, values } = context
  const normalize = scrapeNormalize(context)
  return [
    ...(values.metrics.enabled
      ? [
          component('otelcol.receiver.prometheus', label, {}, [
            block('output', { metrics: [ref(normalize, 'input')] }),
          ]),
          normalize,
        ]
      : []),
    ...(values.logs.enabled
      ? [
          component('otelcol.receiver.loki', label, {}, [
            block('output', { logs: [inputOf(attributesName, context)] }),
          ]),
        ]
      : []),
  ]
}

function attributeActions(context: Context): Block {
  const { label, values } = context
  return component(attributesName, label, {}, [
    values.processors.attributes.actions.map((action) =>
      block('action', {
        key: action.key,
        action: action.action,
        value: isEmpty(action.value)
          ? action.valueFrom === ''
            ? undefined
            : rawExpression(action.valueFrom)
          : printValue(action.value),
        pattern: action.pattern || undefined,
        from_attribute: action.fromAttribute || undefined,
        from_context: action.fromContext || undefined,
        converted_type: action.convertedType || undefined,
      }),
    ),
    block('output', outputs(values, inputOf('otelcol.processor.transform', context))),
  ])
}

/**
 * Where traces go once they are transformed: to the exporter, to the service graph besides, or with
 * tail sampling to the sampler, which then does the exporting.
 */
function traceTargets(context: Context): readonly Expression[] {
  const { tailSampling, serviceGraphMetrics } = context.values.processors
  const to = (kind: 'sampler' | 'servicegraph') => ref(loadBalancer(context, kind), 'input')
  const graph = serviceGraphMetrics.enabled ? [to('servicegraph')] : []
  return tailSampling.enabled ? [to('sampler'), ...graph] : [...graph, exporterTarget(context)]
}

export function build(context: Context): readonly Statement[] {
  const { values } = context
  const { tailSampling, serviceGraphMetrics } = values.processors
  const at = (...rest: readonly string[]) => ({
    unit: 'destinations/otlp',
    path: [...context.path, 'processors', ...rest],
  })
  const output = block('output', {
    ...outputs(values, exporterTarget(context)),
    ...(passes(values, 'traces') && { traces: traceTargets(context) }),
  })
  return [
    ...converters(context),
    ...withOrigin([attributeActions(context)], at('attributes')),
    ...transformAndFilter(context, output).map((part) => ({
      ...part,
      origin: at(part.name === 'otelcol.processor.filter' ? 'filters' : 'transform'),
    })),
    ...withOrigin(
      tailSampling.enabled ? [loadBalancer(context, 'sampler')] : [],
      at('tailSampling'),
    ),
    ...withOrigin(
      serviceGraphMetrics.enabled ? [loadBalancer(context, 'servicegraph')] : [],
      at('serviceGraphMetrics'),
    ),
    ...exporterStatements(context),
  ]
}
