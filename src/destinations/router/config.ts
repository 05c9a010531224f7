import type { Block, Expression, Statement } from '../../alloy/ast'
import { block, component, ref } from '../../alloy/build'
import { gate, gateInput, resourceStatements, stampName } from '../../pipelines/gates'
import { ottlAttribute, ottlBlocks, ottlSet, ottlText, pipelineSuffix } from '../../pipelines/ottl'
import { rule, setLabel } from '../../pipelines/rules'
import type { ValueOf } from '../../values/options'
import type { Ecosystem, Pipeline, Signal } from '../../values/signals'
import type { DestinationContext, DestinationInstance } from '../types'
import { anchored, labelFragment, labelPattern, ottlCondition } from './conditions'
import type { options } from './options'

export type Values = ValueOf<typeof options>
export type Route = Values['routes'][number]
export type Condition = Route['match'][number]
export type Context = DestinationContext<Values>

/** What a router of an ecosystem carries; one without a known ecosystem carries nothing. */
export const carried: Readonly<Record<Ecosystem, readonly Signal[]>> = {
  otlp: ['metrics', 'logs', 'traces'],
  prometheus: ['metrics'],
  loki: ['logs'],
  pyroscope: ['profiles'],
}

const components: Readonly<Record<Ecosystem, string>> = {
  otlp: 'otelcol.processor.transform',
  prometheus: 'prometheus.relabel',
  loki: 'loki.relabel',
  pyroscope: 'pyroscope.relabel',
}

/** The router's ecosystem; `undefined` when it is none that there is. */
export function ecosystemOf({ ecosystem }: Pick<Values, 'ecosystem'>): Ecosystem | undefined {
  return ecosystem === '' || !Object.hasOwn(carried, ecosystem) ? undefined : ecosystem
}

/** Everything that the router may send to: the default destinations first, each once. */
export function downstream({ defaultDestinations, routes }: Values): readonly string[] {
  return [
    ...new Set([...defaultDestinations, ...routes.flatMap(({ destinations }) => destinations)]),
  ]
}

/** Those of the names that are there and take the signal. */
export function receivers(
  { others }: Pick<Context, 'others'>,
  names: readonly string[],
  signal: Signal,
): readonly DestinationInstance[] {
  return names.flatMap((name) => {
    const destination = others.get(name)
    if (!destination || destination.disabled || destination.unit.downstream) return []
    return destination.unit.supports(destination.context.values, signal) ? [destination] : []
  })
}

export const covers = ({ signals }: Route, signal: Signal) =>
  signals.length === 0 || signals.some((covered) => covered === signal)

const labelOf = ({ label }: Pick<Context, 'label'>, pipeline: Pipeline) =>
  [label, pipelineSuffix(pipeline)].join('_')

/** What a pipeline forwards to when it ends in the router. */
export function target(context: Context, pipeline: Pipeline): readonly Expression[] {
  const { ecosystem } = pipeline
  const identity = { name: components[ecosystem], label: labelOf(context, pipeline) }
  return [ref(identity, ecosystem === 'otlp' ? 'input' : 'receiver')]
}

interface Choice {
  readonly route: Route
  readonly names: string
}

/**
 * The routes that matter for a signal, with what they stamp, last first: a later rule overwrites an
 * earlier one, so the first route has to come last.
 */
function choices(context: Context, signal: Signal): readonly Choice[] {
  return context.values.routes.toReversed().flatMap((route) => {
    if (!covers(route, signal)) return []
    const reached = receivers(context, route.destinations, signal)
    return reached.length === 0 ? [] : [{ route, names: reached.map(({ name }) => name).join(',') }]
  })
}

function statements(context: Context, signal: Signal): readonly string[] {
  const stamp = (names: string, where?: string) =>
    ottlSet(ottlAttribute(stampName), ottlText(names), where)
  return [
    stamp(context.values.defaultDestinations.join(',')),
    ...choices(context, signal).map(({ route, names }) =>
      stamp(names, route.match.map(ottlCondition).join(' and ')),
    ),
  ]
}

function rules(context: Context, signal: Signal): readonly Block[] {
  return [
    setLabel(stampName, context.values.defaultDestinations.join(',')),
    ...choices(context, signal).map(({ route: { match }, names }) => {
      const [only] = match
      const single = only && match.length === 1
      return rule({
        source_labels: match.map(({ label }) => label),
        separator: single ? undefined : ';',
        regex: single ? labelPattern(only) : anchored(match.map(labelFragment).join(';')),
        target_label: stampName,
        replacement: names,
      })
    }),
  ]
}

/** One signal's stamp and gates (templates/destinations/_destination_router.tpl). */
function signalStatements(context: Context, pipeline: Pipeline): readonly Statement[] {
  const { name, values } = context
  const { signal, ecosystem } = pipeline
  const reached = receivers(context, downstream(values), signal)
  const gates = reached.map((destination) => gateInput(name, destination.name, pipeline))
  const stamp =
    ecosystem === 'otlp'
      ? component(components.otlp, labelOf(context, pipeline), { error_mode: 'ignore' }, [
          resourceStatements(ottlBlocks(signal).statements, statements(context, signal)),
          block('output', { [signal]: gates }),
        ])
      : component(
          components[ecosystem],
          labelOf(context, pipeline),
          { forward_to: gates },
          rules(context, signal),
        )
  return [
    stamp,
    ...reached.flatMap(({ name: to, unit, context: its }) =>
      gate(name, to, pipeline, unit.target(its, pipeline)),
    ),
  ]
}

export function build(context: Context): readonly Statement[] {
  const ecosystem = ecosystemOf(context.values)
  if (!ecosystem) return []
  return carried[ecosystem].flatMap((signal) => signalStatements(context, { signal, ecosystem }))
}
