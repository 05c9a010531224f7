import type { Comment, Gap, Range } from './ast'
import { Lexer, type TokenKind } from './lexer'
import type { SyntaxCode, SyntaxProblem } from './syntax-problem'

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

/** A token as it is called in a message. */
export const nameToken = (kind: TokenKind) => tokenNames[kind] ?? `"${kind}"`

/** Deeper trees than this are refused: whoever walks them must not run out of stack. */
export const maximumHeight = 400

/** A comment that was passed and has found no place in the tree yet. */
interface PendingComment {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly line: number
  readonly endLine: number
  /** Left out where nothing stands before. */
  readonly before?: Gap
}

/** The gap that a number of line breaks makes. */
export const gapOf = (lines: number): Gap => (lines <= 0 ? 0 : lines === 1 ? 1 : 2)
const isBlockComment = (text: string) => text.startsWith('/*')

/**
 * The tokens of a text one after the other, the comments between them, and what is wrong with it.
 *
 * After one problem on a line those that it entails on the same line are kept quiet, as Alloy's
 * parser does (syntax/parser/internal.go).
 */
export class TokenStream {
  protected readonly lexer: Lexer
  protected readonly problems: SyntaxProblem[] = []
  protected readonly text: string
  protected pending: PendingComment[] = []
  protected lastProblemLine = -1
  /** The line on which the last token or comment ended; none before the first. */
  protected lastLine = -1
  /** Where the last token ended. */
  protected tokenEnd = 0
  protected tokenEndLine = 0
  protected depth = 0
  /** How many blocks are open. */
  protected blocks = 0
  /** How many brackets are open within the statement. */
  protected brackets = 0
  /** The height of the expression that was read last. */
  protected height = 0

  constructor(text: string) {
    this.text = text
    this.lexer = new Lexer(text, this.problems)
    this.readToken()
  }

  sortedProblems(): readonly SyntaxProblem[] {
    return this.problems.toSorted((a, b) => a.range.start - b.range.start)
  }

  protected get kind(): TokenKind {
    return this.lexer.kind
  }

  protected at(...kinds: readonly TokenKind[]): boolean {
    return kinds.includes(this.lexer.kind)
  }

  protected advance(): void {
    const lexer = this.lexer
    if (lexer.kind !== 'terminator') {
      this.tokenEnd = lexer.end
      this.tokenEndLine = lexer.endLine
      this.lastLine = lexer.endLine
    }
    this.readToken()
  }

  protected readToken(): void {
    const lexer = this.lexer
    lexer.next()
    while (lexer.kind === 'comment') {
      this.pending.push({
        text: lexer.source.replaceAll('\r', ''),
        start: lexer.start,
        end: lexer.end,
        line: lexer.line,
        endLine: lexer.endLine,
        ...(this.lastLine >= 0 && { before: gapOf(lexer.line - this.lastLine) }),
      })
      this.lastLine = lexer.endLine
      lexer.next()
    }
  }

  protected report(code: SyntaxCode, message: string, range?: Range): void {
    if (!range) {
      if (this.lexer.line === this.lastProblemLine) return
      this.lastProblemLine = this.lexer.line
    }
    const { start, end } = this.lexer
    this.problems.push({ code, message, range: range ?? { start, end } })
  }

  /** Steps over a token of the kind; any other is complained of and left standing. */
  protected expect(kind: TokenKind, code: SyntaxCode = 'unexpected-token'): boolean {
    const found = this.at(kind)
    if (found) this.advance()
    else this.report(code, `Expected ${nameToken(kind)}, found ${nameToken(this.kind)}`)
    return found
  }

  /** Skips the rest of a statement with the brackets that it opens, but not the end of its block. */
  protected skipStatement(): void {
    const open = { curly: 0, square: 0, round: 0 }
    for (; !this.at('end'); this.advance()) {
      switch (this.kind) {
        case '{':
          open.curly += 1
          break
        case '}':
          if (open.curly <= 0 && this.blocks > 0) return
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
  protected takeComments(): Comment[] {
    if (this.pending.length === 0) return []
    const pending = this.pending
    this.pending = []
    return pending.map((comment, index) => ({
      kind: 'comment',
      text: comment.text,
      ...(comment.before !== undefined && { before: comment.before }),
      after: gapOf((pending[index + 1] ?? this.lexer).line - comment.endLine),
      range: { start: comment.start, end: comment.end },
    }))
  }

  /** The comments inside a statement for which the tree has no place, and those after it on its line. */
  protected takeTrailing(): Comment | undefined {
    const [first] = this.pending
    let count = 0
    let line = this.tokenEndLine
    for (const comment of this.pending) {
      if (comment.start > this.tokenEnd && comment.line !== line) break
      line = comment.endLine
      count += 1
    }
    if (!first || count === 0) return undefined
    const taken = this.pending.slice(0, count)
    this.pending = this.pending.slice(count)
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
      after: gapOf((this.pending[0] ?? this.lexer).line - last.endLine),
      range: { start: first.start, end: last.end },
    }
  }

  protected isTooDeep(): boolean {
    if (this.depth <= maximumHeight) return false
    this.report('nested-too-deeply', `Nothing can be nested more than ${maximumHeight} deep`)
    return true
  }
}
