import type { Range } from './ast'

/** What the lexer and the parser can complain of. */
export type SyntaxCode =
  | 'illegal-character'
  | 'single-quoted-string'
  | 'unterminated-string'
  | 'unterminated-comment'
  | 'invalid-escape'
  | 'invalid-number'
  | 'incomplete-operator'
  | 'expected-identifier'
  | 'expected-statement'
  | 'expected-block-body'
  | 'expected-block-label'
  | 'raw-block-label'
  | 'invalid-block-label'
  | 'dotted-attribute-name'
  | 'labelled-attribute'
  | 'expected-newline'
  | 'expected-expression'
  | 'block-as-expression'
  | 'expected-field-name'
  | 'missing-comma'
  | 'unexpected-token'
  | 'nested-too-deeply'

export interface SyntaxProblem {
  readonly code: SyntaxCode
  readonly message: string
  readonly range: Range
}
