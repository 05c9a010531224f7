import { assertNever } from '../base/assert-never'
import type { Node } from './ast'

/** The nodes right under a node, in the order of the text; comments are not among them. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'file':
    case 'block':
      return node.body
    case 'attribute':
      return [node.value]
    case 'array':
      return node.items
    case 'object':
      return node.fields.map((field) => field.value)
    case 'access':
      return [node.target]
    case 'index':
      return [node.target, node.index]
    case 'call':
      return [node.callee, ...node.arguments]
    case 'unary':
      return [node.operand]
    case 'binary':
      return [node.left, node.right]
    case 'parenthesized':
      return [node.inner]
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'identifier':
    case 'comment':
    case 'rawExpression':
    case 'rawStatements':
      return []
    default:
      return assertNever(node)
  }
}

/**
 * Calls for a node and all that is under it, each before what is under it. `false` as the answer
 * leaves out what is under the node.
 */
export function walk(
  node: Node,
  enter: (node: Node, ancestors: readonly Node[]) => unknown,
  ancestors: readonly Node[] = [],
): void {
  if (enter(node, ancestors) === false) return
  const children = childrenOf(node)
  if (children.length === 0) return
  const path = [...ancestors, node]
  for (const child of children) walk(child, enter, path)
}
