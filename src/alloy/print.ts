import type {
  ArrayExpression,
  Attribute,
  BinaryExpression,
  Block,
  CallExpression,
  Comment,
  Expression,
  File,
  ObjectExpression,
  ObjectField,
  Statement,
} from './ast'
import { Columns } from './columns'
import {
  type Breaks,
  breaksOf,
  builtArrayBreaks,
  builtCallBreaks,
  everywhere,
  gapAfter,
  gapBefore,
  gapBetween,
  type Listing,
  trailingOf,
} from './layout'
import { isIdentifier } from './lexer'
import { binaryPrecedence } from './operators'
import { quote } from './quote'

/** Where a block stands in the printed text: one-based lines, both ends in. */
export interface PrintedBlock {
  readonly block: Block
  readonly startLine: number
  readonly endLine: number
}

/** A file as text, formatted as `alloy fmt` would. */
export function print(file: File): string {
  return printWithLines(file).text
}

/** The same, and where each block came to stand, in the order of the text. */
export function printWithLines(file: File): { text: string; blocks: readonly PrintedBlock[] } {
  const printer = new Printer()
  printer.statements(file.body)
  return { text: printer.out.finish(), blocks: printer.blocks }
}

const unaryPrecedence = 7
const operandPrecedence = 8

function precedenceOf(node: Expression): number {
  if (node.kind === 'binary') return binaryPrecedence[node.operator]
  return node.kind === 'unary' ? unaryPrecedence : operandPrecedence
}

/**
 * Walks a tree and writes it. Where lines break is the parser's to say for what was read; what was
 * built is laid out so that a formatter leaves it alone. Behaviour follows Alloy's formatter
 * (syntax/printer/walker.go and printer.go), but for text that it would change: tabs and spaces
 * inside raw strings stay.
 */
class Printer {
  readonly out = new Columns()
  readonly blocks: PrintedBlock[] = []
  /** Whether the last attribute took more than one line. */
  #tall = false

  /** The statements of a file. */
  statements(statements: readonly Statement[]): void {
    let previous: Statement | undefined
    for (const statement of statements) {
      if (previous) this.separate(previous, statement)
      this.statement(statement)
      previous = statement
    }
  }

  /** The statements of a block, which stand on lines of their own. */
  body(statements: readonly Statement[]): void {
    const { out } = this
    let previous: Statement | undefined
    for (const statement of statements) {
      this.separate(previous, statement)
      this.statement(statement)
      previous = statement
    }
    out.endRun()
    const last = previous?.kind === 'comment' ? previous : trailingOf(previous)
    if (last?.after === 2) out.endRun()
  }

  /** Ends the line of a statement, or of the brace before the first, and leaves a line blank. */
  separate(previous: Statement | undefined, next: Statement): void {
    const { out } = this
    const gap = gapBetween(previous, next)
    if (gap === 0) {
      out.endCell()
      return
    }
    const linesUp = next.kind === 'attribute' && !next.comments && previous?.kind === 'attribute'
    if (linesUp && !this.#tall) out.endLine()
    else out.endRun()
    if (gap === 2) out.endRun()
  }

  statement(node: Statement): void {
    if (node.kind === 'attribute') this.attribute(node)
    else if (node.kind === 'block') this.block(node)
    else if (node.kind === 'comment') this.out.writeLines(node.text)
    else this.out.writeLines(node.text.replace(/^\n+|\s+$/g, ''))
  }

  leading(comments: readonly Comment[] = []): void {
    for (const comment of comments) {
      this.out.writeLines(comment.text)
      if (gapAfter(comment) === 0) this.out.write(' ')
      else this.out.endRun()
    }
  }

  trailing(comment: Comment | undefined): void {
    if (!comment) return
    this.out.endCell()
    this.out.writeLines(comment.text)
  }

  attribute(node: Attribute): void {
    const { out } = this
    this.leading(node.comments)
    const startLine = out.line
    out.write(node.name)
    out.endCell()
    out.write('= ')
    this.expression(node.value)
    this.#tall = out.line !== startLine
    this.trailing(node.trailing)
  }

  block(node: Block): void {
    const { out } = this
    this.leading(node.comments)
    const startLine = out.line
    const place = { block: node, startLine, endLine: startLine }
    this.blocks.push(place)
    out.write(node.name)
    if (node.label !== undefined && node.label !== '') out.write(` ${quote(node.label)}`)
    out.write(' {')
    const inside = onlyInside(node.body)
    if (inside !== undefined) {
      out.write(inside)
    } else {
      out.indent += 1
      this.body(node.body)
      out.indent -= 1
    }
    out.write('}')
    place.endLine = out.line
    this.trailing(node.trailing)
  }

  expression(node: Expression): void {
    const write = expressionWriters[node.kind] as (printer: Printer, node: Expression) => void
    write(this, node)
  }

  /** An operand, in parentheses where it would otherwise be read differently. */
  operand(node: Expression, precedence: number): void {
    const wrapped = precedenceOf(node) < precedence
    if (wrapped) this.out.write('(')
    this.expression(node)
    if (wrapped) this.out.write(')')
  }

  binary(node: BinaryExpression): void {
    const precedence = binaryPrecedence[node.operator]
    const fromRight = node.operator === '^'
    this.operand(node.left, fromRight ? precedence + 1 : precedence)
    this.out.write(` ${node.operator} `)
    this.operand(node.right, fromRight ? precedence : precedence + 1)
  }

  array(node: ArrayExpression): void {
    this.out.write('[')
    this.list(node.items, node, breaksOf(node, builtArrayBreaks))
    this.out.write(']')
  }

  call(node: CallExpression): void {
    this.out.write('(')
    this.list(node.arguments, node, breaksOf(node, builtCallBreaks))
    this.out.write(')')
  }

  list(items: readonly Expression[], listing: Listing, breaks: Breaks): void {
    const { out } = this
    const commentsBefore = groupComments(listing)
    items.forEach((item, index) => {
      const startsLine = breaks.has(index)
      if (startsLine) out.indent += 1
      const comments = commentsBefore.get(index)
      if (comments) this.comments(comments)
      else if (startsLine) out.endRun()
      else if (index > 0) out.write(' ')
      this.expression(item)
      if (index + 1 < items.length) out.write(',')
      if (startsLine) out.indent -= 1
    })
    const comments = commentsBefore.get(items.length)
    const startsLine = items.length > 0 && breaks.has(items.length)
    if (startsLine) out.write(',')
    if (startsLine) out.indent += 1
    if (comments) this.comments(comments)
    else if (startsLine) out.endRun()
    if (startsLine) out.indent -= 1
  }

  object(node: ObjectExpression): void {
    const { out } = this
    const { fields } = node
    const breaks = breaksOf(node, () => everywhere)
    const commentsBefore = groupComments(node)
    out.write('{')
    out.indent += 1
    // What follows a value of several lines starts a line, and lines up with nothing above it.
    let tall = false
    fields.forEach((field, index) => {
      const comments = commentsBefore.get(index)
      const linesUp = index > 0 && !tall
      if (comments) this.comments(comments, linesUp)
      else if (linesUp && breaks.has(index)) out.endLine()
      else if (tall || breaks.has(index)) out.endRun()
      else if (index > 0) out.write(' ')
      out.write(keyOf(field))
      out.endCell()
      out.write('= ')
      const { line } = out
      this.expression(field.value)
      tall = out.line !== line
      if (index + 1 < fields.length) out.write(',')
    })
    const comments = commentsBefore.get(fields.length)
    const startsLine = fields.length > 0 && (tall || breaks.has(fields.length))
    if (startsLine) out.write(',')
    if (comments) this.comments(comments)
    else if (startsLine) out.endRun()
    out.indent -= 1
    out.write('}')
  }

  /** The comments before an item of a list, with the space around them. */
  comments(comments: readonly Comment[], linesUp = false): void {
    const { out } = this
    const endLine = () => (linesUp ? out.endLine() : out.endRun())
    const lastBreak = comments.findLastIndex((comment) => gapAfter(comment) !== 0)
    comments.forEach((comment, index) => {
      const gap = gapBefore(comment, comments[index - 1])
      if (gap > 0) {
        out.endRun()
        if (gap === 2) out.endRun()
      } else if (index > lastBreak) {
        out.write(' ')
      } else {
        out.endCell()
      }
      out.writeLines(comment.text)
    })
    const gap = gapAfter(comments.at(-1))
    if (gap === 0) out.write(' ')
    else endLine()
    if (gap === 2) endLine()
  }
}

/** How each kind of expression is written. */
const expressionWriters: {
  readonly [Kind in Expression['kind']]: (
    printer: Printer,
    node: Extract<Expression, { kind: Kind }>,
  ) => void
} = {
  string: ({ out }, node) =>
    node.raw === undefined ? out.write(quote(node.value)) : out.writeLines(node.raw),
  number: ({ out }, node) => out.write(node.text),
  boolean: ({ out }, node) => out.write(node.value ? 'true' : 'false'),
  null: ({ out }) => out.write('null'),
  identifier: ({ out }, node) => out.write(node.name),
  array: (printer, node) => printer.array(node),
  object: (printer, node) => printer.object(node),
  access: (printer, { target, name }) => {
    printer.operand(target, operandPrecedence)
    // Without the space the dot would be read as the number's.
    const spaced = target.kind === 'number' && /^\d+$/.test(target.text)
    printer.out.write(spaced ? ` .${name}` : `.${name}`)
  },
  index: (printer, node) => {
    printer.operand(node.target, operandPrecedence)
    printer.out.write('[')
    printer.expression(node.index)
    printer.out.write(']')
  },
  call: (printer, node) => {
    printer.operand(node.callee, operandPrecedence)
    printer.call(node)
  },
  unary: (printer, node) => {
    printer.out.write(node.operator)
    printer.operand(node.operand, unaryPrecedence)
  },
  binary: (printer, node) => printer.binary(node),
  parenthesized: (printer, node) => {
    printer.out.write('(')
    printer.expression(node.inner)
    printer.out.write(')')
  },
  rawExpression: ({ out }, node) => out.writeLines(node.text),
}

/** What stands between the braces of a block that takes one line; `undefined` when it takes more. */
function onlyInside(body: readonly Statement[]): string | undefined {
  const [first] = body
  if (!first) return ' '
  const short =
    body.length === 1 &&
    first.kind === 'comment' &&
    first.before === 0 &&
    gapAfter(first) === 0 &&
    !first.text.includes('\n')
  return short ? ` ${first.text} ` : undefined
}

function keyOf(field: ObjectField): string {
  if (field.raw !== undefined) return field.raw
  return field.quoted || !isIdentifier(field.name) ? quote(field.name) : field.name
}

const noComments: ReadonlyMap<number, readonly Comment[]> = new Map()

/** The comments of a list by the item that they stand before. */
function groupComments({ comments }: Listing): ReadonlyMap<number, readonly Comment[]> {
  if (!comments) return noComments
  const groups = new Map<number, Comment[]>()
  for (const { before, comment } of comments) {
    const group = groups.get(before)
    if (group) group.push(comment)
    else groups.set(before, [comment])
  }
  return groups
}
