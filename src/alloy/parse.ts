import type { Attribute, Block, Expression, File, Range, Statement } from './ast'
import { isIdentifier } from './lexer'
import { ExpressionParser } from './parse-expression'
import type { SyntaxProblem } from './syntax-problem'
import { gapOf, nameToken } from './token-stream'

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

/** A node that is still in the making. */
type Draft<Node> = { -readonly [Key in keyof Node]: Node[Key] }

interface Header {
  readonly name: string
  readonly dotted: boolean
  readonly start: number
  readonly end: number
  readonly label?: string
  readonly labelRange?: Range
}

/**
 * A recursive descent over the tokens. Grammar and recovery follow Alloy's parser
 * (syntax/parser/internal.go), so that a problem stands where Alloy would report it.
 */
class Parser extends ExpressionParser {
  /** Statements up to a token that ends them, which is left standing. */
  parseBody(until: '}' | 'end'): Statement[] {
    const body: Statement[] = []
    while (!this.at(until, 'end')) {
      const found = this.problems.length
      this.parseStatement(body)
      const endsLine = this.lexer.line > this.tokenEndLine
      if (endsLine && this.problems.length > found && this.at('identifier')) {
        this.attachTrailing(body)
        continue
      }
      if (!this.at(until, 'terminator')) {
        this.report('expected-newline', `Expected a new line, found ${nameToken(this.kind)}`)
        this.skipStatement()
      }
      if (this.at(until)) {
        this.attachTrailing(body)
        break
      }
      this.advance()
      this.attachTrailing(body)
    }
    for (const comment of this.takeComments()) body.push(comment)
    return body
  }

  protected attachTrailing(body: Statement[]): void {
    const last = body.at(-1)
    if (last?.kind !== 'attribute' && last?.kind !== 'block') return
    const trailing = this.takeTrailing()
    if (trailing) body[body.length - 1] = { ...last, trailing }
  }

  protected parseStatement(body: Statement[]): void {
    const comments = this.takeComments()
    const gap = gapOf(this.lexer.line - this.lastLine)
    let leading = comments.length
    while (leading > 0 && comments[leading - 1]?.after !== 2) leading -= 1
    // A comment on the line of the opening brace belongs to the block.
    const [first] = comments
    if (first?.before === 0 && body.length === 0 && leading === 0) {
      if (first.after === 0) comments[0] = { ...first, before: 1 }
      else leading = 1
    }
    const own = comments.slice(leading)
    const statement = this.parseAttributeOrBlock()
    if (!statement) {
      for (const comment of comments) body.push(comment)
      return
    }
    if (body.length + leading > 0) statement.blank = (own[0]?.before ?? gap) === 2
    if (own.length > 0) statement.comments = own
    for (const comment of comments.slice(0, leading)) body.push(comment)
    body.push(statement)
  }

  protected parseAttributeOrBlock(): Draft<Attribute> | Draft<Block> | undefined {
    const header = this.parseHeader()
    if (!header) {
      this.skipStatement()
      return undefined
    }
    if (this.at('=')) return this.parseAttribute(header)
    if (this.at('{')) return this.parseBlock(header)
    const found = nameToken(this.kind)
    if (header.dotted || header.label !== undefined) {
      this.report('expected-block-body', `Expected the body of a block, found ${found}`)
    } else {
      this.report('expected-statement', `Expected "=" or the body of a block, found ${found}`)
    }
    this.skipStatement()
    return undefined
  }

  protected parseAttribute(header: Header): Draft<Attribute> {
    this.advance()
    if (header.dotted) {
      this.report('dotted-attribute-name', 'The name of an attribute has no dots', {
        start: header.start,
        end: header.end,
      })
    } else if (header.labelRange) {
      this.report('labelled-attribute', 'An attribute has no label', header.labelRange)
    }
    const value = this.parseExpression()
    return {
      kind: 'attribute',
      name: header.name,
      value,
      range: { start: header.start, end: this.tokenEnd },
    }
  }

  protected parseBlock(header: Header): Draft<Block> {
    this.advance()
    const body = this.parseBlockBody()
    this.expect('}')
    const range = { start: header.start, end: this.tokenEnd }
    const { name, label } = header
    return label === undefined
      ? { kind: 'block', name, body, range }
      : { kind: 'block', name, label, body, range }
  }

  protected parseBlockBody(): Statement[] {
    const brackets = this.brackets
    this.brackets = 0
    this.depth += 1
    this.blocks += 1
    let body: Statement[] = []
    if (this.isTooDeep()) this.skipBlock()
    else body = this.parseBody('}')
    this.brackets = brackets
    this.blocks -= 1
    this.depth -= 1
    return body
  }

  /** Skips to the brace that closes the block which is open. */
  protected skipBlock(): void {
    for (let open = 1; !this.at('end'); this.advance()) {
      if (this.at('{')) open += 1
      if (this.at('}')) open -= 1
      if (open === 0) return
    }
  }

  /** `name`, `dotted.name` and a label, where there is one. */
  protected parseHeader(): Header | undefined {
    const { start } = this.lexer
    if (!this.at('identifier')) {
      this.report('expected-identifier', `Expected a name, found ${nameToken(this.kind)}`)
      return undefined
    }
    let name = this.lexer.source
    this.advance()
    let dotted = false
    while (this.at('.')) {
      dotted = true
      this.advance()
      if (!this.at('identifier')) {
        this.report('expected-identifier', `Expected a name, found ${nameToken(this.kind)}`)
      }
      name += `.${this.lexer.source.trim()}`
      this.advance()
    }
    const header: Draft<Header> = { name, dotted, start, end: this.tokenEnd }
    if (this.at('=', '{', '}', 'terminator', 'end')) return header
    header.labelRange = { start: this.lexer.start, end: this.lexer.end }
    if (!this.at('string')) {
      this.report(
        'expected-block-label',
        `Expected the label of a block, found ${nameToken(this.kind)}`,
      )
      this.advance()
      return header
    }
    const literal = this.lexer.source
    const label = literal.slice(1, -1)
    if (!literal.startsWith('"')) {
      this.report('raw-block-label', 'The label of a block stands between double quotes')
    }
    if (label !== '' && !isIdentifier(label)) {
      this.report(
        'invalid-block-label',
        'The label of a block must be a name: letters, digits and underscores, no digit first',
      )
    }
    this.advance()
    // An empty label is none.
    if (label !== '') header.label = label
    return header
  }
}
