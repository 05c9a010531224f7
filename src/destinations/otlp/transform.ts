/** The transform processors of an OTLP destination (templates/destinations/_destination_otlp.tpl). */
import type { Block } from '../../alloy/ast'
import { block, call, component, rawExpression, ref, type Value } from '../../alloy/build'
import { quote } from '../../alloy/quote'
import { sortedEntries } from '../../base/record'
import { ottlAttribute, ottlBlocks, ottlDelete, ottlSet } from '../../pipelines/ottl'
import { type Context, inputOf, type OtlpSignal, outputs, passes } from './context'
import { defaultRemoveList } from './remove-list'

type Statements = readonly Exclude<Value, undefined>[]

const ofResource = (key: string) => ottlAttribute(key, 'resource.attributes')
const unset = (attribute: string) => `(${attribute} == nil or ${attribute} == "")`
const hasText = (attribute: string) => `${attribute} != nil and ${attribute} != ""`
const both = (left: string, right: string) => `${left} and ${right}`
const same = (left: string, right: string) => `${left} == ${right}`

/** A block of statements in one context. */
function statementsBlock(signal: OtlpSignal, context: string, statements: Statements): Block {
  return block(ottlBlocks(signal).statements, { context, statements })
}

/** The user's statements: texts, then expressions that yield texts. */
function userStatements(texts: readonly string[], expressions: readonly string[]): Statements {
  return [...texts, ...expressions.map(rawExpression)]
}

/** An extra block that is there only when the user has something for it. */
function userBlock(
  signal: OtlpSignal,
  context: string,
  texts: readonly string[],
  expressions: readonly string[],
): Block | undefined {
  const statements = userStatements(texts, expressions)
  return statements.length > 0 ? statementsBlock(signal, context, statements) : undefined
}

/** Flat labels that scraped metrics bring, and the resource attributes that they stand for. */
const promotions = [
  { flat: 'service_namespace', dotted: 'service.namespace' },
  { flat: 'deployment_environment', dotted: 'deployment.environment' },
  { flat: 'deployment_environment_name', dotted: 'deployment.environment.name' },
] as const

/** Puts right what the conversion of scraped metrics to OTLP makes of a target's identity. */
export function scrapeNormalize(context: Context): Block & { readonly label: string } {
  const { label, values } = context
  const serviceName = ottlAttribute('service_name')
  const drop = (flat: string, dotted: string) =>
    ottlDelete(flat, same(ottlAttribute(flat), ottlAttribute(dotted)))
  return component(
    'otelcol.processor.transform',
    [label, 'scrape_normalize'].join('_'),
    { error_mode: values.processors.transform.errorMode },
    [
      statementsBlock('metrics', 'resource', [
        ottlSet(ottlAttribute('service.name'), serviceName, hasText(serviceName)),
        drop('service_name', 'service.name'),
        ...promotions.flatMap(({ flat, dotted }) => [
          ottlSet(
            ottlAttribute(dotted),
            ottlAttribute(flat),
            both(unset(ottlAttribute(dotted)), hasText(ottlAttribute(flat))),
          ),
          drop(flat, dotted),
        ]),
      ]),
      statementsBlock('metrics', 'datapoint', [
        ottlSet(ofResource('service.name'), serviceName, hasText(serviceName)),
      ]),
      block('output', { metrics: [inputOf('otelcol.processor.attributes', context)] }),
    ],
  )
}

/** `set(attributes["key"], "…")` whose text an Alloy expression yields. */
function setFrom(key: string, expression: string): Exclude<Value, undefined> {
  return call('string.format', 'set(attributes[%q], %q)', key, rawExpression(expression))
}

/**
 * A statement with the user's words in it. The chart puts it between backquotes, so one inside ends
 * it early; a finding says so.
 */
function backquoted(statement: string): Exclude<Value, undefined> {
  return statement.includes('`') ? rawExpression(['`', statement, '`'].join('')) : statement
}

const setText = (key: string, text: string) => backquoted(ottlSet(ottlAttribute(key), quote(text)))

function clusterStatements({ values, cluster }: Context): Statements {
  return values.clusterLabels.map((key) =>
    cluster.nameFrom === '' ? setText(key, cluster.name) : setFrom(key, cluster.nameFrom),
  )
}

function resourceStatements(context: Context): Statements {
  const { values } = context
  const { useDefaultRemoveList, removeList } = values.processors.resourceAttributes
  return [
    ...clusterStatements(context),
    ...sortedEntries(values.extraResourceAttributes).map(([key, text]) => setText(key, text)),
    ...sortedEntries(values.extraResourceAttributesFrom).map(([key, from]) => setFrom(key, from)),
    ...[...new Set([...(useDefaultRemoveList ? defaultRemoveList : []), ...removeList])].map(
      (key) => backquoted(ottlDelete(key)),
    ),
  ]
}

/** Attributes that count as unset when they are empty, not only when they are not there. */
const identity = new Set(['service.name', 'service.namespace'])

/** Moves attributes of records to their resource. */
function moveToResource(moves: Readonly<Record<string, string>>): Statements {
  return sortedEntries(moves).flatMap(([from, to]) => {
    if (to === '') return []
    const source = ottlAttribute(from)
    const target = ofResource(to)
    const where = identity.has(to)
      ? both(unset(target), hasText(source))
      : both(`${target} == nil`, `${source} != nil`)
    // The chart leaves a blank before the closing parenthesis.
    return [
      backquoted(ottlSet(target, `${source} `, where)),
      backquoted(ottlDelete(from, same(source, target))),
    ]
  })
}

/** Flat copies of the cluster's name would end up beside the dotted one. */
const dropFlatCluster = ottlDelete(
  'k8s_cluster_name',
  same(ottlAttribute('k8s_cluster_name'), ottlAttribute('k8s.cluster.name')),
)

/** Attributes by which Alloy's Loki components remember labels. */
const lokiHints = ['loki.attribute.labels', 'loki.resource.labels'].map((key) => ottlDelete(key))

const metricBlocks = (context: Context) => {
  const { metrics } = context.values.processors.transform
  return [
    statementsBlock('metrics', 'resource', [
      ...resourceStatements(context),
      dropFlatCluster,
      ...userStatements(metrics.resource, metrics.resourceFrom),
    ]),
    userBlock('metrics', 'metric', metrics.metric, metrics.metricFrom),
    statementsBlock('metrics', 'datapoint', [
      ...clusterStatements(context),
      ...moveToResource(metrics.datapointToResource),
      ...userStatements(metrics.datapoint, metrics.datapointFrom),
    ]),
  ]
}

const logBlocks = (context: Context) => {
  const { logs } = context.values.processors.transform
  return [
    statementsBlock('logs', 'resource', [
      ...resourceStatements(context),
      ...userStatements(logs.resource, logs.resourceFrom),
    ]),
    statementsBlock('logs', 'log', [
      ...lokiHints,
      ...moveToResource(logs.logToResource),
      ...userStatements(logs.log, logs.logFrom),
    ]),
    userBlock('logs', 'scope', logs.scope, logs.scopeFrom),
  ]
}

const traceBlocks = (context: Context) => {
  const { traces } = context.values.processors.transform
  return [
    statementsBlock('traces', 'resource', [
      ...resourceStatements(context),
      ...userStatements(traces.resource, traces.resourceFrom),
    ]),
    userBlock('traces', 'span', traces.span, traces.spanFrom),
    userBlock('traces', 'spanevent', traces.spanevent, traces.spaneventFrom),
  ]
}

/** The destination's main transformation, and after it the filter if there is one. */
export function transformAndFilter(context: Context, output: Block): readonly Block[] {
  const { label, values } = context
  const { filters, transform } = values.processors
  const filter = component('otelcol.processor.filter', label, { error_mode: filters.errorMode }, [
    ...filterBlocks(context),
    output,
  ])
  const main = component(
    'otelcol.processor.transform',
    label,
    { error_mode: transform.errorMode },
    [
      passes(values, 'metrics') && metricBlocks(context),
      passes(values, 'logs') && logBlocks(context),
      passes(values, 'traces') && traceBlocks(context),
      filters.enabled ? block('output', outputs(values, ref(filter, 'input'))) : output,
    ],
  )
  return filters.enabled ? [main, filter] : [main]
}

/** A filter's block for one signal: only lists that hold something, and no block without any. */
function filterBlock(name: string, lists: Readonly<Record<string, readonly string[]>>) {
  const used = Object.entries(lists).filter(([, list]) => list.length > 0)
  return used.length > 0 ? [block(name, Object.fromEntries(used))] : []
}

function filterBlocks({ values }: Context): readonly Block[] {
  const { metrics, logs, traces } = values.processors.filters
  return [
    ...(values.metrics.enabled
      ? filterBlock('metrics', { metric: metrics.metric, datapoint: metrics.datapoint })
      : []),
    ...(values.logs.enabled ? filterBlock('logs', { log_record: logs.logRecord }) : []),
    ...(values.traces.enabled
      ? filterBlock('traces', { span: traces.span, spanevent: traces.spanevent })
      : []),
  ]
}
