import type { Block, Expression } from '../alloy/ast'
import { binary, block, call } from '../alloy/build'

/** The name of the collector's own node: its pod has it in `HOSTNAME`. */
export const ownNode = (): Expression => call('sys.env', 'HOSTNAME')

/**
 * Selects the pods of the collector's own node, and of those the ones that the terms of a label
 * selector name.
 */
export function ownNodeSelector(terms: readonly string[] = []): Block {
  return block('selectors', {
    role: 'pod',
    label: terms.length > 0 ? terms.join(',') : undefined,
    field: binary('spec.nodeName=', '+', ownNode()),
  })
}
