import type { SyntaxCode, SyntaxProblem } from './syntax-problem'

/** Operators and brackets are called by their text. */
export type Operator =
  | '||'
  | '&&'
  | '!'
  | '='
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '^'
  | '{'
  | '}'
  | '('
  | ')'
  | '['
  | ']'
  | ','
  | '.'

export type TokenKind =
  | 'end'
  | 'terminator'
  | 'illegal'
  | 'comment'
  | 'identifier'
  | 'integer'
  | 'float'
  | 'string'
  | 'boolean'
  | 'null'
  | Operator

const newline = 10
const letterPattern = /^\p{L}$/u
const digitPattern = /^\p{Nd}$/u
const identifierPattern = /^[\p{L}_][\p{L}\p{Nd}_]*$/u

/** Tokens after which a line break ends the statement. */
const endsStatement: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'identifier',
  'integer',
  'float',
  'string',
  'boolean',
  'null',
  '}',
  ')',
  ']',
])

const keywords = new Map<string, TokenKind>([
  ['true', 'boolean'],
  ['false', 'boolean'],
  ['null', 'null'],
])

/** Whether a text can stand as a name without quotes; `true`, `false` and `null` cannot. */
export function isIdentifier(text: string): boolean {
  return identifierPattern.test(text) && !keywords.has(text)
}

/** Operators of one character, and those that a second character completes. */
const singles = new Map<string, TokenKind>(
  (['+', '-', '*', '/', '%', '^', '{', '}', '(', ')', '[', ']', ',', '.'] as const).map((text) => [
    text,
    text,
  ]),
)
const withEquals = new Map<string, readonly [TokenKind, TokenKind]>([
  ['!', ['!', '!=']],
  ['=', ['=', '==']],
  ['<', ['<', '<=']],
  ['>', ['>', '>=']],
])
const doubled = new Map<string, TokenKind>([
  ['|', '||'],
  ['&', '&&'],
])

const isDecimal = (code: number) => code >= 48 && code <= 57
const isAsciiLetter = (code: number) => {
  const lower = code | 32
  return (lower >= 97 && lower <= 122) || code === 95
}
const isHexadecimal = (code: number) => {
  const lower = code | 32
  return isDecimal(code) || (lower >= 97 && lower <= 102)
}
const isOctal = (code: number) => code >= 48 && code <= 55

/** The escapes of one letter: `\a`, `\n`, `\"` and their like. */
const shortEscapes = new Set([...'abfnrtv\\"'].map((character) => character.charCodeAt(0)))

/**
 * Cuts a text into tokens, one at each call of {@link Lexer.next}, with comments among them.
 *
 * A line break becomes a `terminator` where a statement may end. Behaviour follows Alloy's
 * scanner (syntax/scanner/scanner.go); what it cannot read it reports and steps over.
 */
export class Lexer {
  kind: TokenKind = 'end'
  start = 0
  end = 0
  /** Lines on which the token starts and ends, counted from nought. */
  line = 0
  endLine = 0

  readonly #text: string
  readonly #problems: SyntaxProblem[]
  #offset = 0
  #line = 0
  #mayTerminate = false

  constructor(text: string, problems: SyntaxProblem[]) {
    this.#text = text
    this.#problems = problems
    if (text.charCodeAt(0) === 0xfeff) this.#offset = 1
  }

  /** The source of the token. */
  get source(): string {
    return this.#text.slice(this.start, this.end)
  }

  next(): void {
    this.#skipSpace()
    this.start = this.#offset
    this.line = this.#line
    const before = this.#mayTerminate
    this.kind = this.#scan()
    this.end = this.#offset
    this.endLine = this.kind === 'terminator' ? this.line : this.#line
    this.#mayTerminate = this.kind === 'illegal' ? before : endsStatement.has(this.kind)
  }

  #report(code: SyntaxCode, message: string, start: number, end: number): void {
    this.#problems.push({ code, message, range: { start, end } })
  }

  #skipSpace(): void {
    const text = this.#text
    for (;;) {
      const code = text.charCodeAt(this.#offset)
      if (code === newline) {
        if (this.#mayTerminate) return
        this.#line += 1
      } else if (code !== 32 && code !== 9 && code !== 13) {
        return
      }
      this.#offset += 1
    }
  }

  #scan(): TokenKind {
    const text = this.#text
    const start = this.#offset
    if (start >= text.length) return this.#mayTerminate ? 'terminator' : 'end'
    const code = text.charCodeAt(start)
    if (isAsciiLetter(code)) return this.#scanIdentifier()
    if (isDecimal(code) || (code === 46 && isDecimal(text.charCodeAt(start + 1)))) {
      return this.#scanNumber()
    }
    const character = String.fromCodePoint(text.codePointAt(start) ?? 0)
    if (code > 127 && letterPattern.test(character)) return this.#scanIdentifier()
    this.#offset += character.length
    switch (character) {
      case '\n':
        this.#line += 1
        return 'terminator'
      case '"':
        return this.#scanString('"')
      case '`':
        return this.#scanRawString()
      case "'":
        this.#scanString("'")
        this.#report(
          'single-quoted-string',
          'A string stands between double quotes, not single ones',
          start,
          this.#offset,
        )
        return 'illegal'
      case '/': {
        const following = text.charAt(this.#offset)
        if (following !== '/' && following !== '*') return '/'
        if (this.#mayTerminate && this.#commentsEndLine(start)) {
          this.#offset = start
          return 'terminator'
        }
        return this.#scanComment()
      }
      default:
        return this.#scanOperator(character, start)
    }
  }

  #scanOperator(character: string, start: number): TokenKind {
    const single = singles.get(character)
    if (single) return single
    const pair = withEquals.get(character)
    if (pair) {
      if (this.#text.charAt(this.#offset) !== '=') return pair[0]
      this.#offset += 1
      return pair[1]
    }
    const twice = doubled.get(character)
    if (twice) {
      if (this.#text.charAt(this.#offset) === character) this.#offset += 1
      else {
        this.#report(
          'incomplete-operator',
          `A single ${character} means nothing; did you mean ${twice}?`,
          start,
          this.#offset,
        )
      }
      return twice
    }
    this.#report(
      'illegal-character',
      `The character ${JSON.stringify(character)} cannot stand here`,
      start,
      this.#offset,
    )
    return 'illegal'
  }

  #scanIdentifier(): TokenKind {
    const text = this.#text
    const start = this.#offset
    for (;;) {
      const code = text.charCodeAt(this.#offset)
      if (isAsciiLetter(code) || isDecimal(code)) {
        this.#offset += 1
        continue
      }
      if (!(code > 127)) break
      const character = String.fromCodePoint(text.codePointAt(this.#offset) ?? 0)
      if (!letterPattern.test(character) && !digitPattern.test(character)) break
      this.#offset += character.length
    }
    return keywords.get(text.slice(start, this.#offset)) ?? 'identifier'
  }

  #skipDigits(): boolean {
    const start = this.#offset
    while (isDecimal(this.#text.charCodeAt(this.#offset))) this.#offset += 1
    return this.#offset > start
  }

  #scanNumber(): TokenKind {
    const text = this.#text
    const start = this.#offset
    let kind: TokenKind = 'integer'
    this.#skipDigits()
    if (text.charAt(this.#offset) === '.') {
      kind = 'float'
      this.#offset += 1
      this.#skipDigits()
    }
    const exponent = text.charAt(this.#offset)
    if (exponent === 'e' || exponent === 'E') {
      kind = 'float'
      this.#offset += 1
      const sign = text.charAt(this.#offset)
      if (sign === '+' || sign === '-') this.#offset += 1
      if (!this.#skipDigits()) {
        this.#report(
          'invalid-number',
          'The exponent of this number has no digits',
          start,
          this.#offset,
        )
      }
    }
    return kind
  }

  #scanString(quote: '"' | "'"): TokenKind {
    const text = this.#text
    const start = this.#offset - 1
    const close = quote.charCodeAt(0)
    for (;;) {
      const code = text.charCodeAt(this.#offset)
      if (this.#offset >= text.length || code === newline) {
        this.#report(
          'unterminated-string',
          'This string is not closed on its line',
          start,
          this.#offset,
        )
        return 'string'
      }
      this.#offset += 1
      if (code === close) return 'string'
      if (code === 92) this.#scanEscape()
    }
  }

  /** Steps over an escape; at what does not belong to one it stops. */
  #scanEscape(): void {
    const text = this.#text
    const start = this.#offset - 1
    const code = text.charCodeAt(this.#offset)
    if (shortEscapes.has(code)) {
      this.#offset += 1
      return
    }
    const letter = text.charAt(this.#offset)
    const digits = isOctal(code)
      ? 3
      : letter === 'x'
        ? 2
        : letter === 'u'
          ? 4
          : letter === 'U'
            ? 8
            : 0
    const fail = (message: string) =>
      this.#report(
        'invalid-escape',
        message,
        start,
        Math.min(Math.max(this.#offset, start + 1) + 1, text.length),
      )
    if (digits === 0) {
      fail(
        this.#offset >= text.length
          ? 'This escape sequence is cut short'
          : `There is no escape sequence \\${letter}`,
      )
      return
    }
    const isDigit = digits === 3 ? isOctal : isHexadecimal
    if (digits !== 3) this.#offset += 1
    let value = 0
    for (let index = 0; index < digits; index += 1) {
      const digit = text.charCodeAt(this.#offset)
      if (!isDigit(digit)) {
        fail(`This escape sequence needs ${digits} digits`)
        return
      }
      value = value * (digits === 3 ? 8 : 16) + Number.parseInt(text.charAt(this.#offset), 16)
      this.#offset += 1
    }
    if (digits === 3 ? value > 255 : value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) {
      this.#report('invalid-escape', 'This escape sequence names no character', start, this.#offset)
    }
  }

  #scanRawString(): TokenKind {
    const start = this.#offset - 1
    const close = this.#text.indexOf('`', this.#offset)
    if (close < 0) {
      this.#report(
        'unterminated-string',
        'This raw string is never closed',
        start,
        this.#text.length,
      )
    }
    this.#advanceTo(close < 0 ? this.#text.length : close + 1)
    return 'string'
  }

  #scanComment(): TokenKind {
    const text = this.#text
    const start = this.#offset - 1
    if (text.charAt(this.#offset) === '/') {
      const end = text.indexOf('\n', this.#offset)
      this.#offset = end < 0 ? text.length : end
      return 'comment'
    }
    const close = text.indexOf('*/', this.#offset + 1)
    if (close < 0) {
      this.#report('unterminated-comment', 'This comment is never closed', start, text.length)
    }
    this.#advanceTo(close < 0 ? text.length : close + 2)
    return 'comment'
  }

  /** Moves on, counting the lines that are passed. */
  #advanceTo(end: number): void {
    for (; this.#offset < end; this.#offset += 1) {
      if (this.#text.charCodeAt(this.#offset) === newline) this.#line += 1
    }
  }

  /** Whether nothing but comments stands between an offset and the end of its line. */
  #commentsEndLine(start: number): boolean {
    const text = this.#text
    const found = text.indexOf('\n', start)
    const lineEnd = found < 0 ? text.length : found
    let offset = start
    while (text.charAt(offset) === '/') {
      const following = text.charAt(offset + 1)
      if (following === '/') return true
      if (following !== '*') return false
      const close = text.indexOf('*/', offset + 2)
      if (close < 0 || lineEnd < close) return true
      offset = close + 2
      while (' \t\r'.includes(text.charAt(offset)) && offset < text.length) offset += 1
      if (offset >= text.length || text.charAt(offset) === '\n') return true
    }
    return false
  }
}
