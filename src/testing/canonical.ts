import type { Expression, Statement } from '../alloy/ast'
import { parseFile } from '../alloy/parse'
import { sha256 } from '../base/sha256'

/** An expression by its meaning: how a string or number is written does not count. */
function meaning(node: Expression): unknown {
  switch (node.kind) {
    case 'string':
    case 'boolean':
      return { [node.kind]: node.value }
    case 'number':
      return { number: Number(node.text) }
    case 'null':
      return null
    case 'array':
      return node.items.map(meaning)
    case 'object':
      return {
        object: node.fields
          .map(({ name, value }) => [name, meaning(value)] as const)
          .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
      }
    case 'identifier':
      return { name: node.name }
    case 'access':
      return { of: meaning(node.target), name: node.name }
    case 'index':
      return { of: meaning(node.target), index: meaning(node.index) }
    case 'call':
      return { call: meaning(node.callee), with: node.arguments.map(meaning) }
    case 'unary':
      return { [node.operator]: meaning(node.operand) }
    case 'binary':
      return { [node.operator]: [meaning(node.left), meaning(node.right)] }
    case 'parenthesized':
      return meaning(node.inner)
    case 'rawExpression':
      return { raw: node.text }
  }
}

/** Statements by their meaning; where components stand, their order does not count. */
function body(statements: readonly Statement[], ofComponents: boolean): unknown {
  const attributes: [string, unknown][] = []
  const blocks: [string, string][] = []
  for (const statement of statements) {
    if (statement.kind === 'attribute') attributes.push([statement.name, meaning(statement.value)])
    if (statement.kind === 'rawStatements') blocks.push(['', statement.text.trim()])
    if (statement.kind === 'block') {
      const { name, label = null } = statement
      // The explaining texts of a module's arguments are ours to write.
      const inner = name === 'argument' ? [] : statement.body
      // Stages work in their order, whatever their kinds; other blocks of unlike names are apart.
      const kind = name.startsWith('stage.') ? 'stage' : name
      blocks.push([kind, JSON.stringify([name, label, body(inner, name === 'declare')])])
    }
  }
  attributes.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const byKind = blocks.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, text]) => text)
  return [attributes, ofComponents ? byKind.sort() : byKind]
}

/** The SHA-256 of what a config means: equal for configs that Alloy would run alike. */
export function configHash(text: string): string {
  return sha256(JSON.stringify(body(parseFile(text).file.body, true)))
}
