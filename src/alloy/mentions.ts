import type { Node, Statement } from './ast'
import { namesOf } from './references'
import { childrenOf } from './visit'

/** Whether statements refer to a dotted name, or hold it in a text that could not be parsed. */
export function mentions(statements: readonly Statement[], name: string): boolean {
  return statements.some((statement) => mentioned(statement, name))
}

function mentioned(node: Node, name: string): boolean {
  if (node.kind === 'access')
    return namesOf(node)?.join('.') === name || mentioned(node.target, name)
  if (node.kind === 'rawExpression' || node.kind === 'rawStatements')
    return node.text.includes(name)
  return childrenOf(node).some((child) => mentioned(child, name))
}
