import type {
  ArrayExpression,
  Attribute,
  BinaryOperator,
  Block,
  CallExpression,
  Comment,
  Expression,
  File,
  Gap,
  ListComment,
  ObjectExpression,
  ObjectField,
  Range,
  Statement,
} from './ast'
import { isIdentifier, Lexer, type TokenKind } from './lexer'
import { quote, unquote } from './quote'
import type { SyntaxCode, SyntaxProblem } from './syntax-problem'

export type { SyntaxCode, SyntaxProblem } from './syntax-problem'

/** A whole file. The tree holds all that could be read; problems are in the order of the text. */
export function parseFile(text: string): { file: File; problems: readonly SyntaxProblem[] } {
  const { body, problems } = parseBody(text)
  return { file: { kind: 'file', body }, problems }
}

/** The inside of a block. */
export function parseBody(text: string): {
  body: readonly Statement[]
  problems: readonly SyntaxProblem[]
} {
  const parser = new Parser(text)
  const body = parser.parseBody('end')
  return { body, problems: parser.sortedProblems() }
}

/** One expression; `undefined` when the text is not exactly one. */
export function parseExpression(text: string): {
  expression?: Expression
  problems: readonly SyntaxProblem[]
} {
  const parser = new Parser(text)
  const expression = parser.parseWholeExpression()
  const problems = parser.sortedProblems()
  return problems.length > 0 ? { problems } : { expression, problems }
}

const tokenNames: Partial<Record<TokenKind, string>> = {
  end: 'the end of the text',
  terminator: 'the end of the line',
  illegal: 'an illegal character',
  identifier: 'a name',
  integer: 'a number',
  float: 'a number',
  string: 'a string',
  boolean: 'a boolean',
}

const nameToken = (kind: TokenKind) => tokenNames[kind] ?? `"${kind}"`

const binaryPrecedence: Partial<Record<TokenKind, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
}

const isBinary = (kind: TokenKind): kind is BinaryOperator => kind in binaryPrecedence

/** Deeper trees than this are refused: whoever walks them must not run out of stack. */
const maximumHeight = 400

/** Where a list that cannot be read further may be taken up again. */
const resumesList: ReadonlySet<TokenKind> = new Set(['terminator', ')', '}', ']', ','])

/** A comment that was passed and has found no place in the tree yet. */
interface PendingComment {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly line: number
  readonly endLine: number
  readonly before: Gap
}

interface Header {
  readonly name: string
  readonly dotted: boolean
  readonly start: number
  readonly end: number
  readonly label?: string
  readonly labelRange?: Range
}

interface Items<Item> {
  readonly items: Item[]
  readonly comments: ListComment[]
  readonly breaks: number[]
}

/** A node that is still in the making. */
type Draft<Node> = { -readonly [Key in keyof Node]: Node[Key] }

const gapOf = (lines: number): Gap => (lines <= 0 ? 0 : lines === 1 ? 1 : 2)
const isBlockComment = (text: string) => text.startsWith('/*')

/**
 * A recursive descent over the tokens. Grammar and recovery follow Alloy's parser
 * (syntax/parser/internal.go), so that a problem stands where Alloy would report it; after one
 * problem on a line those that it entails on the same line are kept quiet, as there.
 */
class Parser {
  readonly #lexer: Lexer
  readonly #problems: SyntaxProblem[] = []
  readonly #text: string
  #pending: PendingComment[] = []
  #lastProblemLine = -1
  /** Where the last token or comment ended. */
  #lastLine = 0
  /** Where the last token ended. */
  #tokenEnd = 0
  #tokenEndLine = 0
  #depth = 0
  /** How many blocks are open. */
  #blocks = 0
  /** The height of the expression that was read last. */
  #height = 0

  constructor(text: string) {
    this.#text = text
    this.#lexer = new Lexer(text, this.#problems)
    this.#readToken()
  }

  sortedProblems(): readonly SyntaxProblem[] {
    return this.#problems.toSorted((a, b) => a.range.start - b.range.start)
  }

  get #kind(): TokenKind {
    return this.#lexer.kind
  }

  #at(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.#lexer.kind)
  }

  #advance(): void {
    const lexer = this.#lexer
    if (lexer.kind !== 'terminator') {
      this.#tokenEnd = lexer.end
      this.#tokenEndLine = lexer.endLine
      this.#lastLine = lexer.endLine
    }
    this.#readToken()
  }

  #readToken(): void {
    const lexer = this.#lexer
    lexer.next()
    while (lexer.kind === 'comment') {
      this.#pending.push({
        text: lexer.source.replaceAll('\r', ''),
        start: lexer.start,
        end: lexer.end,
        line: lexer.line,
        endLine: lexer.endLine,
        before: gapOf(lexer.line - this.#lastLine),
      })
      this.#lastLine = lexer.endLine
      lexer.next()
    }
  }

  #report(code: SyntaxCode, message: string, range?: Range): void {
    if (!range) {
      if (this.#lexer.line === this.#lastProblemLine) return
      this.#lastProblemLine = this.#lexer.line
    }
    const { start, end } = this.#lexer
    this.#problems.push({ code, message, range: range ?? { start, end } })
  }

  /** Steps over a token of the kind; any other is complained of and left standing. */
  #expect(kind: TokenKind, code: SyntaxCode = 'unexpected-token'): boolean {
    const found = this.#at(kind)
    if (found) this.#advance()
    else this.#report(code, `Expected ${nameToken(kind)}, found ${nameToken(this.#kind)}`)
    return found
  }

  /** Skips the rest of a statement with the brackets that it opens, but not the end of its block. */
  #skipStatement(): void {
    const open = { curly: 0, square: 0, round: 0 }
    for (; !this.#at('end'); this.#advance()) {
      switch (this.#kind) {
        case '{':
          open.curly += 1
          break
        case '}':
          if (open.curly <= 0 && this.#blocks > 0) return
          open.curly -= 1
          break
        case '[':
          open.square += 1
          break
        case ']':
          open.square -= 1
          break
        case '(':
          open.round += 1
          break
        case ')':
          open.round -= 1
          break
        case 'terminator':
          if (open.curly <= 0 && open.square <= 0 && open.round <= 0) return
          break
        default:
          break
      }
    }
  }

  /** The comments that were passed since the last that found a place. */
  #takeComments(): Comment[] {
    if (this.#pending.length === 0) return []
    const pending = this.#pending
    this.#pending = []
    return pending.map((comment, index) => ({
      kind: 'comment',
      text: comment.text,
      before: comment.before,
      after: gapOf((pending[index + 1] ?? this.#lexer).line - comment.endLine),
      range: { start: comment.start, end: comment.end },
    }))
  }

  /** The comments inside a statement for which the tree has no place, and those after it on its line. */
  #takeTrailing(): Comment | undefined {
    const [first] = this.#pending
    let count = 0
    let line = this.#tokenEndLine
    for (const comment of this.#pending) {
      if (comment.start > this.#tokenEnd && comment.line !== line) break
      line = comment.endLine
      count += 1
    }
    if (!first || count === 0) return undefined
    const taken = this.#pending.slice(0, count)
    this.#pending = this.#pending.slice(count)
    const last = taken.at(-1) ?? first
    // What follows a line comment would be part of it.
    const ordered = [
      ...taken.filter((comment) => isBlockComment(comment.text)),
      ...taken.filter((comment) => !isBlockComment(comment.text)),
    ]
    return {
      kind: 'comment',
      text: ordered.map((comment) => comment.text).join(' '),
      before: 0,
      after: gapOf((this.#pending[0] ?? this.#lexer).line - last.endLine),
      range: { start: first.start, end: last.end },
    }
  }

  /** Statements up to a token that ends them, which is left standing. */
  parseBody(until: '}' | 'end'): Statement[] {
    const body: Statement[] = []
    while (!this.#at(until, 'end')) {
      this.#parseStatement(body)
      if (!this.#at(until, 'terminator')) {
        this.#report('expected-newline', `Expected a new line, found ${nameToken(this.#kind)}`)
        this.#skipStatement()
      }
      if (this.#at(until)) {
        this.#attachTrailing(body)
        break
      }
      this.#advance()
      this.#attachTrailing(body)
    }
    body.push(...this.#takeComments())
    return body
  }

  #attachTrailing(body: Statement[]): void {
    const last = body.at(-1)
    if (last?.kind !== 'attribute' && last?.kind !== 'block') return
    const trailing = this.#takeTrailing()
    if (trailing) body[body.length - 1] = { ...last, trailing }
  }

  #parseStatement(body: Statement[]): void {
    const comments = this.#takeComments()
    const gap = gapOf(this.#lexer.line - this.#lastLine)
    let leading = comments.length
    while (leading > 0 && comments[leading - 1]?.after !== 2) leading -= 1
    // A comment on the line of the opening brace belongs to the block.
    const [first] = comments
    if (first?.before === 0 && body.length === 0 && leading === 0) {
      if (first.after === 0) comments[0] = { ...first, before: 1 }
      else leading = 1
    }
    const own = comments.slice(leading)
    const statement = this.#parseAttributeOrBlock()
    if (!statement) {
      body.push(...comments)
      return
    }
    if (body.length + leading > 0) statement.blank = (own[0]?.before ?? gap) === 2
    if (own.length > 0) statement.comments = own
    if (leading > 0) body.push(...comments.slice(0, leading))
    body.push(statement)
  }

  #parseAttributeOrBlock(): Draft<Attribute> | Draft<Block> | undefined {
    const header = this.#parseHeader()
    if (!header) {
      this.#skipStatement()
      return undefined
    }
    if (this.#at('=')) return this.#parseAttribute(header)
    if (this.#at('{')) return this.#parseBlock(header)
    const found = nameToken(this.#kind)
    if (header.dotted || header.label !== undefined) {
      this.#report('expected-block-body', `Expected the body of a block, found ${found}`)
    } else {
      this.#report('expected-statement', `Expected "=" or the body of a block, found ${found}`)
    }
    this.#skipStatement()
    return undefined
  }

  #parseAttribute(header: Header): Draft<Attribute> {
    this.#advance()
    if (header.dotted) {
      this.#report('dotted-attribute-name', 'The name of an attribute has no dots', {
        start: header.start,
        end: header.end,
      })
    } else if (header.labelRange) {
      this.#report('labelled-attribute', 'An attribute has no label', header.labelRange)
    }
    const value = this.parseExpression()
    return {
      kind: 'attribute',
      name: header.name,
      value,
      range: { start: header.start, end: this.#tokenEnd },
    }
  }

  #parseBlock(header: Header): Draft<Block> {
    this.#advance()
    const body = this.#parseBlockBody()
    this.#expect('}')
    const range = { start: header.start, end: this.#tokenEnd }
    const { name, label } = header
    return label === undefined
      ? { kind: 'block', name, body, range }
      : { kind: 'block', name, label, body, range }
  }

  #parseBlockBody(): Statement[] {
    this.#depth += 1
    this.#blocks += 1
    let body: Statement[] = []
    if (this.#isTooDeep()) this.#skipBlock()
    else body = this.parseBody('}')
    this.#blocks -= 1
    this.#depth -= 1
    return body
  }

  /** Skips to the brace that closes the block which is open. */
  #skipBlock(): void {
    for (let open = 1; !this.#at('end'); this.#advance()) {
      if (this.#at('{')) open += 1
      if (this.#at('}')) open -= 1
      if (open === 0) return
    }
  }

  #isTooDeep(): boolean {
    if (this.#depth <= maximumHeight) return false
    this.#report('nested-too-deeply', `Nothing can be nested more than ${maximumHeight} deep`)
    return true
  }

  /** `name`, `dotted.name` and a label, where there is one. */
  #parseHeader(): Header | undefined {
    const { start } = this.#lexer
    if (!this.#at('identifier')) {
      this.#report('expected-identifier', `Expected a name, found ${nameToken(this.#kind)}`)
      return undefined
    }
    let name = this.#lexer.source
    this.#advance()
    let dotted = false
    while (this.#at('.')) {
      dotted = true
      this.#advance()
      if (!this.#at('identifier')) {
        this.#report('expected-identifier', `Expected a name, found ${nameToken(this.#kind)}`)
      }
      name += `.${this.#lexer.source.trim()}`
      this.#advance()
    }
    const header: Draft<Header> = { name, dotted, start, end: this.#tokenEnd }
    if (this.#at('=', '{')) return header
    header.labelRange = { start: this.#lexer.start, end: this.#lexer.end }
    if (!this.#at('string')) {
      this.#report(
        'expected-block-label',
        `Expected the label of a block, found ${nameToken(this.#kind)}`,
      )
      this.#advance()
      return header
    }
    const literal = this.#lexer.source
    const label = literal.slice(1, -1)
    if (!literal.startsWith('"')) {
      this.#report('raw-block-label', 'The label of a block stands between double quotes')
    }
    if (label !== '' && !isIdentifier(label)) {
      this.#report(
        'invalid-block-label',
        'The label of a block must be a name: letters, digits and underscores, no digit first',
      )
    }
    this.#advance()
    // An empty label is none.
    if (label !== '') header.label = label
    return header
  }

  parseWholeExpression(): Expression {
    const expression = this.parseExpression()
    if (this.#at('terminator')) this.#advance()
    if (!this.#at('end')) this.#expect('end')
    return expression
  }

  parseExpression(): Expression {
    this.#depth += 1
    const expression = this.#isTooDeep() ? this.#giveUp() : this.#parseBinary(1)
    this.#depth -= 1
    return expression
  }

  /** Stands in for an expression that could not be read, with the rest of its line. */
  #giveUp(): Expression {
    const { start } = this.#lexer
    while (!this.#at('end') && !resumesList.has(this.#kind)) this.#advance()
    this.#height = 1
    const end = Math.max(start, this.#tokenEnd)
    const text = this.#text.slice(start, end)
    return text === ''
      ? { kind: 'null', range: { start, end: start } }
      : { kind: 'rawExpression', text, range: { start, end } }
  }

  /** Notes the height of a new node; `false` when there can be none so high. */
  #grow(height: number): boolean {
    this.#height = height + 1
    if (height < maximumHeight) return true
    this.#report('nested-too-deeply', `Nothing can be nested more than ${maximumHeight} deep`)
    return false
  }

  #parseBinary(precedence: number): Expression {
    let left = this.#parsePower()
    for (;;) {
      const operator = this.#kind
      const own = binaryPrecedence[operator] ?? 0
      if (own < precedence || !isBinary(operator)) return left
      const height = this.#height
      this.#advance()
      const right = this.#parseBinary(own + 1)
      if (!this.#grow(Math.max(height, this.#height))) return this.#abandon(left)
      left = {
        kind: 'binary',
        operator,
        left,
        right,
        range: { start: left.range?.start ?? 0, end: this.#tokenEnd },
      }
    }
  }

  /** Leaves off an expression that grew too high. */
  #abandon(expression: Expression): Expression {
    this.#skipStatement()
    this.#height = 1
    return expression
  }

  /** `^` is the one operator that groups from the right. */
  #parsePower(): Expression {
    const left = this.#parseUnary()
    if (!this.#at('^')) return left
    const height = this.#height
    this.#advance()
    this.#depth += 1
    const right = this.#isTooDeep() ? this.#giveUp() : this.#parsePower()
    this.#depth -= 1
    if (!this.#grow(Math.max(height, this.#height))) return this.#abandon(left)
    return {
      kind: 'binary',
      operator: '^',
      left,
      right,
      range: { start: left.range?.start ?? 0, end: this.#tokenEnd },
    }
  }

  #parseUnary(): Expression {
    const operator = this.#kind
    if (operator !== '!' && operator !== '-') return this.#parseOperand()
    const { start } = this.#lexer
    this.#advance()
    this.#depth += 1
    const operand = this.#isTooDeep() ? this.#giveUp() : this.#parseUnary()
    this.#depth -= 1
    if (!this.#grow(this.#height)) return this.#abandon(operand)
    return { kind: 'unary', operator, operand, range: { start, end: this.#tokenEnd } }
  }

  /** A primary expression with what is read from it: names, indices and calls. */
  #parseOperand(): Expression {
    const { start } = this.#lexer
    let operand = this.#parsePrimary()
    for (;;) {
      const height = this.#height
      switch (this.#kind) {
        case '.': {
          this.#advance()
          const name = this.#lexer.source.trim()
          if (!this.#expect('identifier', 'expected-identifier') && this.#at('boolean', 'null')) {
            this.#advance()
          }
          operand = { kind: 'access', target: operand, name, range: this.#rangeFrom(start) }
          this.#height = height
          break
        }
        case '[': {
          this.#advance()
          const index = this.parseExpression()
          this.#expect(']')
          operand = { kind: 'index', target: operand, index, range: this.#rangeFrom(start) }
          break
        }
        case '(': {
          this.#advance()
          const list = this.#parseList(')', () => this.parseExpression())
          this.#expect(')')
          const range = this.#rangeFrom(start)
          operand = {
            kind: 'call',
            callee: operand,
            arguments: list.items,
            ...layoutOf(list),
            range,
          } satisfies CallExpression
          break
        }
        case 'string':
        case '{':
          if (!this.#rejectBlock(start)) return operand
          this.#height = height
          break
        default:
          return operand
      }
      if (!this.#grow(Math.max(height, this.#height))) return this.#abandon(operand)
    }
  }

  #rangeFrom(start: number): Range {
    return { start, end: Math.max(start, this.#tokenEnd) }
  }

  /** Reads a block in the place of a value, to complain of it once; `false` when it is none. */
  #rejectBlock(start: number): boolean {
    if (this.#at('string')) this.#advance()
    if (!this.#expect('{')) {
      this.#skipStatement()
      return false
    }
    this.#parseBlockBody()
    if (!this.#expect('}')) {
      this.#skipStatement()
      return false
    }
    this.#report('block-as-expression', 'A block cannot stand as a value', this.#rangeFrom(start))
    return true
  }

  #parsePrimary(): Expression {
    const { start, end, kind } = this.#lexer
    const range = { start, end }
    this.#height = 1
    switch (kind) {
      case 'identifier': {
        const name = this.#lexer.source
        this.#advance()
        return { kind: 'identifier', name, range }
      }
      case 'string': {
        const literal = this.#lexer.source
        this.#advance()
        const value = unquote(literal)
        return quote(value) === literal
          ? { kind: 'string', value, range }
          : { kind: 'string', value, raw: literal, range }
      }
      case 'integer':
      case 'float': {
        const text = this.#lexer.source
        this.#advance()
        return { kind: 'number', text, range }
      }
      case 'boolean': {
        const value = this.#lexer.source === 'true'
        this.#advance()
        return { kind: 'boolean', value, range }
      }
      case 'null':
        this.#advance()
        return { kind: 'null', range }
      case '(': {
        this.#advance()
        const inner = this.parseExpression()
        this.#height += 1
        this.#expect(')')
        return { kind: 'parenthesized', inner, range: this.#rangeFrom(start) }
      }
      case '[': {
        this.#advance()
        const list = this.#parseList(']', () => this.parseExpression())
        this.#expect(']')
        return {
          kind: 'array',
          items: list.items,
          ...layoutOf(list),
          range: this.#rangeFrom(start),
        } satisfies ArrayExpression
      }
      case '{': {
        this.#advance()
        const list = this.#parseList('}', () => this.#parseField())
        this.#expect('}')
        return {
          kind: 'object',
          fields: list.items,
          ...layoutOf(list),
          range: this.#rangeFrom(start),
        } satisfies ObjectExpression
      }
      default:
        this.#report('expected-expression', `Expected a value, found ${nameToken(kind)}`)
        return this.#giveUp()
    }
  }

  /** What stands between brackets, with commas between; the closing bracket is left standing. */
  #parseList<Item>(until: ')' | ']' | '}', parseItem: () => Item): Items<Item> {
    const list: Items<Item> = { items: [], comments: [], breaks: [] }
    let height = 0
    let previousLine = this.#tokenEndLine
    for (;;) {
      this.#placeItem(list, previousLine)
      // Whatever closes here, the list is over; another bracket than its own closes what is around it.
      if (this.#at(')', ']', '}', 'end')) break
      const { line, start } = this.#lexer
      list.items.push(parseItem())
      // In an object what counts is the line of the key.
      previousLine = until === '}' ? line : this.#tokenEndLine
      height = Math.max(height, this.#height)
      if (this.#at(until)) continue
      if (!this.#at(',')) {
        this.#report('missing-comma', `Expected "," or "${until}", found ${nameToken(this.#kind)}`)
        if (this.#at('end')) break
        if (!this.#at('terminator') && this.#lexer.start > start) continue
      }
      this.#advance()
    }
    this.#height = height + 1
    return list
  }

  /** Notes the comments before the next item and whether it starts a line. */
  #placeItem<Item>(list: Items<Item>, previousLine: number): void {
    const index = list.items.length
    const comments = this.#takeComments()
    for (const comment of comments) list.comments.push({ before: index, comment })
    // Where there are comments, they say whether the line breaks.
    if (comments.length === 0 && this.#lexer.line !== previousLine) list.breaks.push(index)
  }

  #parseField(): ObjectField {
    const { start } = this.#lexer
    let name = ''
    let literal: string | undefined
    if (this.#at('string')) {
      literal = this.#lexer.source
      name = unquote(literal)
      this.#advance()
    } else if (this.#at('identifier')) {
      name = this.#lexer.source
      this.#advance()
    } else {
      this.#report(
        'expected-field-name',
        `Expected the name of a field, found ${nameToken(this.#kind)}`,
      )
      while (!this.#at('=', ',', '}', 'terminator', 'end')) this.#advance()
    }
    this.#expect('=')
    const value = this.parseExpression()
    const raw = literal?.startsWith('"') && literal !== quote(name)
    return {
      name,
      quoted: literal !== undefined,
      ...(raw && literal !== undefined && { raw: literal }),
      value,
      range: this.#rangeFrom(start),
    }
  }
}

function layoutOf(list: Items<unknown>): {
  comments?: readonly ListComment[]
  breaks: readonly number[]
} {
  return { ...(list.comments.length > 0 && { comments: list.comments }), breaks: list.breaks }
}
