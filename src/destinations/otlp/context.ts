import type { Expression } from '../../alloy/ast'
import { ref } from '../../alloy/build'
import type { ValueOf } from '../../values/options'
import type { Signal } from '../../values/signals'
import type { DestinationContext } from '../types'
import type { options } from './options'

export type Values = ValueOf<typeof options>
export type Context = DestinationContext<Values>

/** What OTLP carries, in the chart's order. */
export const otlpSignals = ['metrics', 'logs', 'traces'] as const satisfies readonly Signal[]
export type OtlpSignal = (typeof otlpSignals)[number]

/** Whether components pass a signal on; `enabled: null` is on here, while features do not pick it. */
export const passes = (values: Values, signal: OtlpSignal) => values[signal].enabled !== false

/** The signals of an `output` block, each forwarding to the same place. */
export function outputs(
  values: Values,
  target: Expression,
): { readonly [S in OtlpSignal]?: readonly Expression[] } {
  return Object.fromEntries(
    otlpSignals.filter((signal) => passes(values, signal)).map((signal) => [signal, [target]]),
  )
}

/** The input of one of the destination's own components. */
export function inputOf(name: string, { label }: Pick<Context, 'label'>): Expression {
  return ref({ name, label }, 'input')
}
