import type { Expression, File, Range, Statement } from './ast'

/** What the parser can complain of. */
export type SyntaxCode = 'unexpected-token'

export interface SyntaxProblem {
  readonly code: SyntaxCode
  readonly message: string
  readonly range: Range
}

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
  return {
    body: [],
    problems: [
      { code: 'unexpected-token', message: 'Not read yet', range: { start: 0, end: text.length } },
    ],
  }
}

/** One expression; `undefined` when the text is not exactly one. */
export function parseExpression(text: string): {
  expression?: Expression
  problems: readonly SyntaxProblem[]
} {
  return { problems: parseBody(text).problems }
}
