import type { Expression } from './ast'

/** `a.b.c` of an expression that is nothing but names; `undefined` of any other. */
export function dottedName(node: Expression): string | undefined {
  if (node.kind === 'identifier') return node.name
  if (node.kind !== 'access') return undefined
  const target = dottedName(node.target)
  return target === undefined ? undefined : [target, node.name].join('.')
}

function isNode(value: object): value is Expression {
  return 'kind' in value
}

/** Whether anything below refers to a dotted name, or holds it in a text that could not be parsed. */
export function mentions(node: unknown, name: string): boolean {
  if (typeof node !== 'object' || node === null) return false
  if (Array.isArray(node)) return node.some((item) => mentions(item, name))
  if (isNode(node)) {
    if (node.kind === 'access' && dottedName(node) === name) return true
    if ('text' in node && typeof node.text === 'string' && node.text.includes(name)) return true
  }
  return Object.values(node).some((value) => mentions(value, name))
}
