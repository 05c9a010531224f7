import { memo } from '../base/memo'
import type { Pipeline } from '../values/signals'
import type { DestinationInstance, DestinationSet } from './types'

/**
 * Why a destination is, or is not, where a pipeline ends.
 *
 * Chosen: `explicit`, the feature names it; `implicit`, it is of the pipeline's own ecosystem;
 * `translated`, it speaks another ecosystem and there is none of the pipeline's own.
 * Not chosen: `disabled`; `unsupported`, it does not take the signal; `unlisted`, the feature names
 * others; `shadowed`, it is a router or behind one, and those have to be named; `outranked`, it
 * speaks another ecosystem and there are some of the pipeline's own.
 */
export type SelectionReason =
  | 'explicit'
  | 'implicit'
  | 'translated'
  | 'disabled'
  | 'unsupported'
  | 'unlisted'
  | 'shadowed'
  | 'outranked'

export interface Verdict {
  readonly name: string
  readonly chosen: boolean
  readonly reason: SelectionReason
  /** Whether the data has to change its ecosystem to get there. */
  readonly translated: boolean
  /** Routers that hide it from implicit selection, itself included when it is one. */
  readonly routers: readonly string[]
}

export interface Selection {
  /** The chosen, sorted: the order in which a config lists them. */
  readonly names: readonly string[]
  /** One for each destination there is, sorted by name. */
  readonly verdicts: readonly Verdict[]
}

/** Go sorts texts by their bytes; for the names that the chart allows, that is JavaScript's order. */
function sorted(set: DestinationSet): DestinationInstance[] {
  return [...set.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** For each destination, the enabled routers that reach it; a router hides itself too. */
export const shadows = memo((set: DestinationSet): ReadonlyMap<string, readonly string[]> => {
  const hidden = new Map<string, string[]>()
  for (const { name, unit, context, disabled } of sorted(set)) {
    if (disabled || !unit.downstream) continue
    for (const reached of new Set([name, ...unit.downstream(context.values)])) {
      hidden.set(reached, [...(hidden.get(reached) ?? []), name])
    }
  }
  return hidden
})

/** The answers for one set: every feature asks for its own several times. */
const selections = memo((_set: DestinationSet) => new Map<string, Selection>())

/**
 * Where a pipeline ends (templates/destinations/_destination_helpers.tpl, "destinations.get").
 *
 * With a filter: those of it that take the signal. Without: those of the pipeline's ecosystem, or
 * all others if there are none, but no router and nothing behind one.
 */
export function selectDestinations(
  set: DestinationSet,
  pipeline: Pipeline,
  filter: readonly string[] = [],
): Selection {
  const answers = selections(set)
  const question = JSON.stringify([pipeline.signal, pipeline.ecosystem, ...filter])
  const known = answers.get(question)
  if (known) return known
  const answer = judge(set, pipeline, filter)
  answers.set(question, answer)
  return answer
}

function judge(
  set: DestinationSet,
  { signal, ecosystem }: Pipeline,
  filter: readonly string[],
): Selection {
  const hidden = shadows(set)
  const judged = sorted(set).map((destination) => {
    const { name, unit, context, disabled } = destination
    const foreign = unit.ecosystem(context.values) !== ecosystem
    const routers = hidden.get(name) ?? []
    const supported = !disabled && unit.supports(context.values, signal)
    const listed = filter.length === 0 ? undefined : filter.includes(name)
    return { name, disabled, foreign, routers, supported, listed }
  })
  const native = judged.some(
    ({ supported, listed, routers, foreign }) =>
      supported && listed === undefined && routers.length === 0 && !foreign,
  )
  const verdicts = judged.map(
    ({ name, disabled, foreign, routers, supported, listed }): Verdict => {
      const say = (reason: SelectionReason, chosen = false): Verdict => ({
        name,
        chosen,
        reason,
        translated: chosen && foreign,
        routers,
      })
      if (disabled) return say('disabled')
      if (!supported) return say('unsupported')
      if (listed !== undefined) return listed ? say('explicit', true) : say('unlisted')
      if (routers.length > 0) return say('shadowed')
      if (!foreign) return say('implicit', true)
      return native ? say('outranked') : say('translated', true)
    },
  )
  return { names: verdicts.flatMap(({ name, chosen }) => (chosen ? [name] : [])), verdicts }
}

/** What a pipeline that ends at these destinations forwards to (templates/destinations/_config.alloy.tpl). */
export function destinationTargets(
  set: DestinationSet,
  names: readonly string[],
  pipeline: Pipeline,
): ReturnType<DestinationInstance['unit']['target']> {
  return names.flatMap((name) => {
    const destination = set.get(name)
    return destination ? destination.unit.target(destination.context, pipeline) : []
  })
}
