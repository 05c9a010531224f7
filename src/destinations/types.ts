import type { Expression, Statement } from '../alloy/ast'
import type { Path } from '../diagnostics/diagnostic'
import type { UnitContext } from '../values/context'
import type { Group } from '../values/options'
import type { Ecosystem, Pipeline, Signal } from '../values/signals'

/** What a destination may know when it builds its components. */
export interface DestinationContext<V> extends UnitContext {
  /** The user's name for it: its key in `destinations`. */
  readonly name: string
  /** The Alloy label made of the name. */
  readonly label: string
  /** Its options with defaults filled in. */
  readonly values: V
  /** What the user wrote, without defaults: some rules of the chart look there. */
  readonly user: Readonly<Record<string, unknown>>
  /** `['destinations', name]`. */
  readonly path: Path
  /** All enabled destinations, for those that fan out to others (router, service graph). */
  readonly others: DestinationSet
}

/** One destination as others see it. */
export interface DestinationInstance {
  readonly name: string
  readonly type: string
  readonly unit: Destination
  readonly context: DestinationContext<Readonly<Record<string, unknown>>>
  readonly disabled: boolean
}

/** All destinations, by name. */
export type DestinationSet = ReadonlyMap<string, DestinationInstance>

/**
 * A kind of destination. Method syntax on purpose: a unit states its own values' type, and the
 * registry holds them all.
 */
export interface Destination<V = Readonly<Record<string, unknown>>> {
  /** As in `type:`. */
  readonly type: string
  readonly title: string
  /** What it is for, in one sentence. */
  readonly help: string
  readonly options: Group
  /** Dotted paths of its secret fields, in the chart's order (templates/secrets/_helpers.tpl). */
  readonly secretFields: readonly string[]
  supports(values: V, signal: Signal): boolean
  /** `nop` belongs to none: it is only ever a fallback. */
  ecosystem(values: V): Ecosystem | 'nop'
  /** What a pipeline of this ecosystem and signal forwards to. */
  target(context: DestinationContext<V>, pipeline: Pipeline): readonly Expression[]
  /** Its components, without the `remote.kubernetes.secret`, which is added for all alike. */
  build(context: DestinationContext<V>): readonly Statement[]
  /** Findings about its values beyond types. */
  validate?(context: DestinationContext<V>): void
  /** Names of the destinations that it hands data on to; whoever has this is never picked unasked. */
  downstream?(values: V): readonly string[]
  /** Findings about a feature that really sends a pipeline here, which `supports` is too coarse for. */
  accept?(context: DestinationContext<V>, pipeline: Pipeline, sender: Sender): void
  /** Alloys that it needs besides the collectors. */
  companions?(context: DestinationContext<V>): readonly Companion[]
}

/** An Alloy that a destination needs besides the collectors. */
export interface Companion {
  readonly kind: 'sampler' | 'servicegraph'
  /** Of its Alloy object and of all that the operator makes of it. */
  readonly name: string
  /** Its config, but for what every collector has: logging, live debugging, remote and extra config. */
  readonly body: readonly Statement[]
  /** The layer of its values that stands where a collector has `collectors.<name>`. */
  readonly collectorValues: Readonly<Record<string, unknown>>
  /** Where its settings stand. */
  readonly path: Path
}

/** A feature as the destination that it sends to sees it. */
export interface Sender {
  /** As the chart's messages call it. */
  readonly name: string
  /** Where its values stand. */
  readonly path: Path
}
