import type { Statement } from '../../alloy/ast'
import {
  attribute,
  binary,
  block,
  type ComponentIdentity,
  component,
  path,
  ref,
} from '../../alloy/build'
import { sortedEntries } from '../../base/record'
import { ottlAttribute, ottlSet } from '../../pipelines/ottl'
import type { Values } from './options'
import { type Outputs, outputBlock } from './outputs'
import { statementsBlock } from './transform'

/** Components that belong together, and the one through which data comes in. */
export interface Connector {
  readonly entrance: ComponentIdentity
  readonly components: readonly Statement[]
}

/** templates/_connector_host_info.tpl */
export function hostInfo(values: Values, { metrics }: Outputs): Connector {
  const connector = component(
    'otelcol.connector.host_info',
    'default',
    { host_identifiers: ['k8s.node.name'] },
    [outputBlock(values, { metrics })],
  )
  return { entrance: connector, components: [connector] }
}

/** templates/_connector_span_logs.tpl, which looks for the spans' attributes under a misspelt key. */
export function spanLogs(values: Values, { logs }: Outputs): Connector {
  const { spans, spansAttributes, roots, process, processAttributes, labels, overrides } =
    values.connectors.spanLogs
  const renamed = sortedEntries(overrides)
  const connector = component(
    'otelcol.connector.spanlogs',
    'default',
    {
      spans: spans || undefined,
      span_attributes: spansAttributes.length > 0 ? spansAttributes : undefined,
      roots: roots || undefined,
      processes: process || undefined,
      process_attributes: processAttributes.length > 0 ? processAttributes : undefined,
      labels: labels.length > 0 ? labels : undefined,
    },
    [
      renamed.length > 0 &&
        block(
          'overrides',
          {},
          renamed.map(([key, name]) => attribute(key, name)),
        ),
      outputBlock(values, { logs }),
    ],
  )
  return { entrance: connector, components: [connector] }
}

type SpanMetrics = Values['connectors']['spanMetrics']

function histogram({ histogram: { enabled, type, unit, explicit, exponential } }: SpanMetrics) {
  if (!enabled) return undefined
  return block('histogram', { disable: false, unit }, [
    type === 'explicit' && block('explicit', { buckets: explicit.buckets }),
    type === 'exponential' && block('exponential', { max_size: exponential.maxSize }),
  ])
}

function exemplars({ exemplars: { enabled, maxPerDataPoint } }: SpanMetrics) {
  return (
    enabled &&
    block('exemplars', { enabled: true, max_per_data_point: maxPerDataPoint || undefined })
  )
}

/** Which replica counted, and which instance of a service was counted, so that series stay apart. */
function identityStatements() {
  const instance = ottlAttribute('service.instance.id', 'resource.attributes')
  const fallback = (name: string) => {
    const source = ottlAttribute(name, 'resource.attributes')
    return ottlSet(instance, source, `${instance} == nil and ${source} != nil`)
  }
  return [
    binary(
      binary('set(attributes["collector.id"], "', '+', path('constants', 'hostname')),
      '+',
      '")',
    ),
    fallback('k8s.pod.name'),
    fallback('k8s.pod.uid'),
  ]
}

function changes(values: Values, { metrics }: Outputs) {
  const { transforms } = values.connectors.spanMetrics
  return component('otelcol.processor.transform', 'span_metrics_transform', {}, [
    statementsBlock('metrics', 'resource', transforms.resource),
    statementsBlock('metrics', 'metric', transforms.metric),
    statementsBlock('metrics', 'datapoint', [...identityStatements(), ...transforms.datapoint]),
    statementsBlock('metrics', 'scope', [
      'set(resource.attributes["source"], "spanmetrics") where name == "spanmetricsconnector"',
    ]),
    outputBlock(values, { metrics }),
  ])
}

/** templates/_connector_span_metrics.tpl: leave out what not to count, count, label. */
export function spanMetrics(values: Values, outputs: Outputs): Connector {
  const { spanMetrics: own } = values.connectors
  const labelled = changes(values, outputs)
  const connector = component(
    'otelcol.connector.spanmetrics',
    'default',
    {
      exclude_dimensions: own.excludeDimensions,
      dimensions_cache_size: own.dimensionsCacheSize,
      aggregation_cardinality_limit: own.aggregationCardinalityLimit,
      namespace: own.namespace,
      metrics_expiration: own.metricsExpiration || undefined,
      series_expiration: own.seriesExpiration || undefined,
    },
    [
      own.dimensions.map(({ name, default: fallback }) =>
        block('dimension', { name, default: fallback || undefined }),
      ),
      own.events.enabled && block('events', { enabled: true }),
      exemplars(own),
      histogram(own),
      block('output', { metrics: [ref(labelled, 'input')] }),
    ],
  )
  const skipped = [
    ...(own.skipBeyla
      ? [
          'resource.attributes["span.metrics.skip"] != nil or attributes["span.metrics.skip"] != nil',
        ]
      : []),
    ...(own.skipInternal ? ['kind == 1'] : []),
  ]
  const prefilter = component(
    'otelcol.processor.filter',
    'span_metrics_prefilter',
    { error_mode: 'silent' },
    [
      skipped.length > 0 && block('traces', { span: skipped }),
      block('output', { traces: [ref(connector, 'input')] }),
    ],
  )
  return { entrance: prefilter, components: [prefilter, connector, labelled] }
}
