/**
 * The tree of an Alloy file.
 *
 * Plain data, as the language's specification names things. A node that was parsed carries its
 * {@link Range}; one that was built carries, where it is known, its {@link Origin}.
 */

/** Half-open offsets into the source, in UTF-16 code units. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Who made a block: a unit of the core and, where there is one, the setting that asked for it. */
export interface Origin {
  /** The unit's room and name, such as `features/clusterMetrics`. */
  readonly unit: string
  /** Path into the values. */
  readonly path?: readonly (string | number)[]
}

/** How many line breaks stand between two things: none, one, or two and so a blank line. */
export type Gap = 0 | 1 | 2

/** A comment that stands before a statement, or `trailing` on its line. Text includes its marks. */
export interface Comment {
  readonly kind: 'comment'
  readonly text: string
  /** The gap to what stands before it in the source. Left out, the printer decides. */
  readonly before?: Gap
  /** The gap to what follows it in the source. Left out, the printer decides. */
  readonly after?: Gap
  readonly range?: Range
}

/** A comment inside a list, with the index of the item before which it stands. */
export interface ListComment {
  readonly before: number
  readonly comment: Comment
}

export interface StringLiteral {
  readonly kind: 'string'
  readonly value: string
  /** The source between and with its quotes, kept where it differs from how we would write it. */
  readonly raw?: string
  readonly range?: Range
}

export interface NumberLiteral {
  readonly kind: 'number'
  /** As written: `1e+06` and `0.50` survive a round trip. */
  readonly text: string
  readonly range?: Range
}

export interface BooleanLiteral {
  readonly kind: 'boolean'
  readonly value: boolean
  readonly range?: Range
}

export interface NullLiteral {
  readonly kind: 'null'
  readonly range?: Range
}

export interface ArrayExpression {
  readonly kind: 'array'
  readonly items: readonly Expression[]
  readonly comments?: readonly ListComment[]
  /** The items that start a line, by index; the closing bracket counts as one more item. */
  readonly breaks?: readonly number[]
  readonly range?: Range
}

export interface ObjectField {
  readonly name: string
  /** Whether the key is a string in quotes rather than an identifier. */
  readonly quoted: boolean
  /** The key with its quotes, kept where it differs from how we would write it. */
  readonly raw?: string
  readonly value: Expression
  readonly range?: Range
}

export interface ObjectExpression {
  readonly kind: 'object'
  readonly fields: readonly ObjectField[]
  readonly comments?: readonly ListComment[]
  /** The fields that start a line, by index; the closing brace counts as one more field. */
  readonly breaks?: readonly number[]
  readonly range?: Range
}

export interface Identifier {
  readonly kind: 'identifier'
  readonly name: string
  readonly range?: Range
}

export interface AccessExpression {
  readonly kind: 'access'
  readonly target: Expression
  readonly name: string
  readonly range?: Range
}

export interface IndexExpression {
  readonly kind: 'index'
  readonly target: Expression
  readonly index: Expression
  readonly range?: Range
}

export interface CallExpression {
  readonly kind: 'call'
  readonly callee: Expression
  readonly arguments: readonly Expression[]
  readonly comments?: readonly ListComment[]
  /** The arguments that start a line, by index; the closing parenthesis counts as one more. */
  readonly breaks?: readonly number[]
  readonly range?: Range
}

export interface UnaryExpression {
  readonly kind: 'unary'
  readonly operator: '!' | '-'
  readonly operand: Expression
  readonly range?: Range
}

export type BinaryOperator =
  | '||'
  | '&&'
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

export interface BinaryExpression {
  readonly kind: 'binary'
  readonly operator: BinaryOperator
  readonly left: Expression
  readonly right: Expression
  readonly range?: Range
}

export interface ParenthesizedExpression {
  readonly kind: 'parenthesized'
  readonly inner: Expression
  readonly range?: Range
}

/** User text in the place of an expression that could not be parsed; printed as it is. */
export interface RawExpression {
  readonly kind: 'rawExpression'
  readonly text: string
  readonly range?: Range
}

export type Expression =
  | StringLiteral
  | NumberLiteral
  | BooleanLiteral
  | NullLiteral
  | ArrayExpression
  | ObjectExpression
  | Identifier
  | AccessExpression
  | IndexExpression
  | CallExpression
  | UnaryExpression
  | BinaryExpression
  | ParenthesizedExpression
  | RawExpression

export interface Attribute {
  readonly kind: 'attribute'
  readonly name: string
  readonly value: Expression
  readonly comments?: readonly Comment[]
  /** A comment on the same line, after the value. */
  readonly trailing?: Comment
  /** Whether a blank line stands before it. Left out, the printer decides. */
  readonly blank?: boolean
  readonly range?: Range
}

export interface Block {
  readonly kind: 'block'
  /** Dotted, such as `prometheus.scrape` or `rule`. */
  readonly name: string
  readonly label?: string
  readonly body: readonly Statement[]
  readonly comments?: readonly Comment[]
  readonly trailing?: Comment
  /** Whether a blank line stands before it. Left out, the printer decides. */
  readonly blank?: boolean
  readonly origin?: Origin
  /** The chart writes no closing comment after it, so `replaceComponent` cannot find it. */
  readonly untagged?: true
  readonly range?: Range
}

/** User text in the place of statements that could not be parsed; printed as it is. */
export interface RawStatements {
  readonly kind: 'rawStatements'
  readonly text: string
  readonly origin?: Origin
  readonly range?: Range
}

/** A comment after which no statement follows, or which stands apart from the next by a blank line. */
export type Statement = Attribute | Block | RawStatements | Comment

export interface File {
  readonly kind: 'file'
  readonly body: readonly Statement[]
}

export type Node = File | Statement | Expression
