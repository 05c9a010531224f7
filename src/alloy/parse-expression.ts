import type {
  ArrayExpression,
  BinaryOperator,
  CallExpression,
  Expression,
  ListComment,
  ObjectExpression,
  ObjectField,
  Range,
} from './ast'
import type { TokenKind } from './lexer'
import { binaryPrecedence } from './operators'
import { quote, unquote } from './quote'
import { maximumHeight, nameToken, TokenStream } from './token-stream'

const isBinary = (kind: TokenKind): kind is BinaryOperator => kind in binaryPrecedence

/** Where a list that cannot be read further may be taken up again. */
const resumesList: ReadonlySet<TokenKind> = new Set(['terminator', ')', '}', ']', ','])

interface Items<Item> {
  readonly items: Item[]
  readonly comments: ListComment[]
  readonly breaks: number[]
}

/** Reads expressions. A block in the place of one is read too, so that it can be complained of. */
export abstract class ExpressionParser extends TokenStream {
  /** The inside of a block, up to its closing brace. */
  protected abstract parseBlockBody(): unknown

  parseWholeExpression(): Expression {
    const expression = this.parseExpression()
    if (this.at('terminator')) this.advance()
    if (!this.at('end')) this.expect('end')
    return expression
  }

  parseExpression(): Expression {
    this.depth += 1
    const expression = this.isTooDeep() ? this.giveUp() : this.parseBinary(1)
    this.depth -= 1
    return expression
  }

  /** An expression between brackets. */
  protected parseInside(): Expression {
    this.brackets += 1
    const expression = this.parseExpression()
    this.brackets -= 1
    return expression
  }

  /** Stands in for an expression that could not be read, with the rest of its line. */
  protected giveUp(): Expression {
    const { start, line } = this.lexer
    // Outside of brackets the next line is left to the next statement.
    const inLine = () => this.brackets > 0 || this.lexer.line === line
    while (!this.at('end') && !resumesList.has(this.kind) && inLine()) this.advance()
    this.height = 1
    const end = Math.max(start, this.tokenEnd)
    const text = this.text.slice(start, end)
    return text === ''
      ? { kind: 'null', range: { start, end: start } }
      : { kind: 'rawExpression', text, range: { start, end } }
  }

  /** Notes the height of a new node; `false` when there can be none so high. */
  protected grow(height: number): boolean {
    this.height = height + 1
    if (height < maximumHeight) return true
    this.report('nested-too-deeply', `Nothing can be nested more than ${maximumHeight} deep`)
    return false
  }

  protected parseBinary(precedence: number): Expression {
    let left = this.parsePower()
    for (;;) {
      const operator = this.kind
      if (!isBinary(operator)) return left
      const own = binaryPrecedence[operator]
      if (own < precedence) return left
      const height = this.height
      this.advance()
      const right = this.parseBinary(own + 1)
      if (!this.grow(Math.max(height, this.height))) return this.abandon(left)
      left = {
        kind: 'binary',
        operator,
        left,
        right,
        range: { start: left.range?.start ?? 0, end: this.tokenEnd },
      }
    }
  }

  /** Leaves off an expression that grew too high. */
  protected abandon(expression: Expression): Expression {
    this.skipStatement()
    this.height = 1
    return expression
  }

  /** `^` is the one operator that groups from the right. */
  protected parsePower(): Expression {
    const left = this.parseUnary()
    if (!this.at('^')) return left
    const height = this.height
    this.advance()
    this.depth += 1
    const right = this.isTooDeep() ? this.giveUp() : this.parsePower()
    this.depth -= 1
    if (!this.grow(Math.max(height, this.height))) return this.abandon(left)
    return {
      kind: 'binary',
      operator: '^',
      left,
      right,
      range: { start: left.range?.start ?? 0, end: this.tokenEnd },
    }
  }

  protected parseUnary(): Expression {
    const operator = this.kind
    if (operator !== '!' && operator !== '-') return this.parseOperand()
    const { start } = this.lexer
    this.advance()
    this.depth += 1
    const operand = this.isTooDeep() ? this.giveUp() : this.parseUnary()
    this.depth -= 1
    if (!this.grow(this.height)) return this.abandon(operand)
    return { kind: 'unary', operator, operand, range: { start, end: this.tokenEnd } }
  }

  /** A primary expression with what is read from it: names, indices and calls. */
  protected parseOperand(): Expression {
    const { start } = this.lexer
    let operand = this.parsePrimary()
    for (;;) {
      const height = this.height
      switch (this.kind) {
        case '.': {
          this.advance()
          const name = this.lexer.source.trim()
          if (!this.expect('identifier', 'expected-identifier') && this.at('boolean', 'null')) {
            this.advance()
          }
          operand = { kind: 'access', target: operand, name, range: this.rangeFrom(start) }
          this.height = height
          break
        }
        case '[': {
          this.advance()
          const index = this.parseInside()
          this.expect(']')
          operand = { kind: 'index', target: operand, index, range: this.rangeFrom(start) }
          break
        }
        case '(': {
          this.advance()
          const list = this.parseList(')', () => this.parseExpression())
          this.expect(')')
          const range = this.rangeFrom(start)
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
          if (!this.rejectBlock(start)) return operand
          this.height = height
          break
        default:
          return operand
      }
      if (!this.grow(Math.max(height, this.height))) return this.abandon(operand)
    }
  }

  protected rangeFrom(start: number): Range {
    return { start, end: Math.max(start, this.tokenEnd) }
  }

  /** Reads a block in the place of a value, to complain of it once; `false` when it is none. */
  protected rejectBlock(start: number): boolean {
    if (this.at('string')) this.advance()
    if (!this.expect('{')) {
      this.skipStatement()
      return false
    }
    this.parseBlockBody()
    if (!this.expect('}')) {
      this.skipStatement()
      return false
    }
    this.report('block-as-expression', 'A block cannot stand as a value', this.rangeFrom(start))
    return true
  }

  protected parsePrimary(): Expression {
    const { start, end, kind } = this.lexer
    const range = { start, end }
    this.height = 1
    switch (kind) {
      case 'identifier': {
        const name = this.lexer.source
        this.advance()
        return { kind: 'identifier', name, range }
      }
      case 'string': {
        const literal = this.lexer.source
        this.advance()
        const value = unquote(literal)
        return quote(value) === literal
          ? { kind: 'string', value, range }
          : { kind: 'string', value, raw: literal, range }
      }
      case 'integer':
      case 'float': {
        const text = this.lexer.source
        this.advance()
        return { kind: 'number', text, range }
      }
      case 'boolean': {
        const value = this.lexer.source === 'true'
        this.advance()
        return { kind: 'boolean', value, range }
      }
      case 'null':
        this.advance()
        return { kind: 'null', range }
      case '(': {
        this.advance()
        const inner = this.parseInside()
        this.height += 1
        this.expect(')')
        return { kind: 'parenthesized', inner, range: this.rangeFrom(start) }
      }
      case '[': {
        this.advance()
        const list = this.parseList(']', () => this.parseExpression())
        this.expect(']')
        return {
          kind: 'array',
          items: list.items,
          ...layoutOf(list),
          range: this.rangeFrom(start),
        } satisfies ArrayExpression
      }
      case '{': {
        this.advance()
        const list = this.parseList('}', () => this.parseField())
        this.expect('}')
        return {
          kind: 'object',
          fields: list.items,
          ...layoutOf(list),
          range: this.rangeFrom(start),
        } satisfies ObjectExpression
      }
      default:
        this.report('expected-expression', `Expected a value, found ${nameToken(kind)}`)
        return this.giveUp()
    }
  }

  /** What stands between brackets, with commas between; the closing bracket is left standing. */
  protected parseList<Item>(until: ')' | ']' | '}', parseItem: () => Item): Items<Item> {
    const list: Items<Item> = { items: [], comments: [], breaks: [] }
    this.brackets += 1
    let height = 0
    let previousLine = this.tokenEndLine
    for (;;) {
      this.placeItem(list, previousLine)
      // Whatever closes here, the list is over; another bracket than its own closes what is around it.
      if (this.at(')', ']', '}', 'end')) break
      const { line, start } = this.lexer
      list.items.push(parseItem())
      // In an object what counts is the line of the key.
      previousLine = until === '}' ? line : this.tokenEndLine
      height = Math.max(height, this.height)
      if (this.at(until)) continue
      if (!this.at(',')) {
        this.report('missing-comma', `Expected "," or "${until}", found ${nameToken(this.kind)}`)
        if (this.at('end')) break
        if (!this.at('terminator') && this.lexer.start > start) continue
      }
      this.advance()
    }
    this.brackets -= 1
    this.height = height + 1
    return list
  }

  /** Notes the comments before the next item and whether it starts a line. */
  protected placeItem<Item>(list: Items<Item>, previousLine: number): void {
    const index = list.items.length
    const comments = this.takeComments()
    for (const comment of comments) list.comments.push({ before: index, comment })
    // Where there are comments, they say whether the line breaks.
    if (comments.length === 0 && this.lexer.line !== previousLine) list.breaks.push(index)
  }

  protected parseField(): ObjectField {
    const { start } = this.lexer
    let name = ''
    let literal: string | undefined
    if (this.at('string')) {
      literal = this.lexer.source
      name = unquote(literal)
      this.advance()
    } else if (this.at('identifier')) {
      name = this.lexer.source
      this.advance()
    } else {
      this.report(
        'expected-field-name',
        `Expected the name of a field, found ${nameToken(this.kind)}`,
      )
      while (!this.at('=', ',', '}', 'terminator', 'end')) this.advance()
    }
    this.expect('=')
    const value = this.parseExpression()
    const raw = literal?.startsWith('"') && literal !== quote(name)
    return {
      name,
      quoted: literal !== undefined,
      ...(raw && literal !== undefined && { raw: literal }),
      value,
      range: this.rangeFrom(start),
    }
  }
}

function layoutOf(list: Items<unknown>): {
  comments?: readonly ListComment[]
  breaks: readonly number[]
} {
  return { ...(list.comments.length > 0 && { comments: list.comments }), breaks: list.breaks }
}
