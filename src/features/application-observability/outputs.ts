import type { Block } from '../../alloy/ast'
import { block, type ComponentIdentity, ref, type Value } from '../../alloy/build'
import type { Values } from './options'

/** Where a component sends what: nothing for a signal that it does not carry. */
export interface Outputs {
  readonly metrics?: Value
  readonly logs?: Value
  readonly traces?: Value
}

/** The three signals to the same component. */
export function allTo(component: ComponentIdentity): Outputs {
  const target = [ref(component, 'input')]
  return { metrics: target, logs: target, traces: target }
}

/** The `output` block, without the signals that are switched off. */
export function outputBlock(values: Values, outputs: Outputs): Block {
  return block('output', {
    metrics: values.metrics.enabled ? outputs.metrics : undefined,
    logs: values.logs.enabled ? outputs.logs : undefined,
    traces: values.traces.enabled ? outputs.traces : undefined,
  })
}
