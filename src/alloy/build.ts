/**
 * Builders: plain values in, tree out. The only way in which units make Alloy.
 *
 * Text is written by the printer alone. Attributes whose value is `undefined` are left out, so that
 * an optional setting is one line: `timeout: values.timeout || undefined`.
 */
import type {
  BinaryOperator,
  Block,
  Comment,
  Expression,
  NumberLiteral,
  ObjectField,
  Origin,
  Statement,
} from './ast'
import { isIdentifier } from './lexer'
import { parseBody, parseExpression } from './parse'

/** What a builder takes for an attribute's value; plain JavaScript becomes literals. */
export type Value =
  | Expression
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Value[]
  | { readonly [key: string]: Value }

/** The attributes of a block, in the order in which they will be printed. */
export type Attributes = { readonly [name: string]: Value }

/** What a reference needs to know of a component; every {@link Block} is one. */
export interface ComponentIdentity {
  readonly name: string
  readonly label?: string
}

/** Marks expressions, so that a user's map with a key named `kind` is never taken for one. */
const built = new WeakSet<object>()

function mark<E extends Expression>(expression: E): E {
  built.add(expression)
  return expression
}

/** A plain value as an expression. Object keys are quoted unless they are identifiers. */
export function expression(value: Exclude<Value, undefined>): Expression {
  return mark(convert(value))
}

/** The same for what goes into another node at once, and so needs no mark. */
function convert(value: Exclude<Value, undefined>): Expression {
  if (value === null) return { kind: 'null' }
  switch (typeof value) {
    case 'string':
      return { kind: 'string', value }
    case 'number':
      return { kind: 'number', text: String(value) }
    case 'boolean':
      return { kind: 'boolean', value }
    default:
      break
  }
  if (built.has(value)) return value as Expression
  if (Array.isArray(value)) {
    return { kind: 'array', items: value.filter((item) => item !== undefined).map(convert) }
  }
  return {
    kind: 'object',
    fields: Object.entries(value as { [key: string]: Value }).flatMap(([name, field]) =>
      field === undefined ? [] : [fieldOf(name, field)],
    ),
  }
}

function fieldOf(name: string, value: Exclude<Value, undefined>): ObjectField {
  return { name, quoted: !isIdentifier(name), value: convert(value) }
}

/** An object whose keys may repeat, as they do where user labels follow fixed ones. */
export function object(entries: readonly (readonly [string, Exclude<Value, undefined>])[]) {
  return mark({
    kind: 'object',
    fields: entries.map(([name, value]) => fieldOf(name, value)),
  } as const)
}

/** A number as Alloy text; exponent forms print as Go prints them. */
export function number(value: number | string): NumberLiteral {
  return mark({ kind: 'number', text: String(value) })
}

/** An expression that somebody parsed, made fit to stand among builder values. */
export function adopt<E extends Expression>(parsed: E): E {
  return mark(parsed)
}

/** Text between quotes exactly as it stands: the user wrote the inside of a string literal. */
export function quotedRaw(text: string): Expression {
  return rawExpression(`"${text}"`)
}

/** An expression that the user wrote; what does not parse is kept as it is. */
export function rawExpression(text: string): Expression {
  const parsed = parseExpression(text)
  return mark(parsed.expression ?? { kind: 'rawExpression', text: text.trim() })
}

/** The inside of a list that the user wrote, item by item; what does not parse is one item. */
export function rawItems(text: string): readonly Expression[] {
  if (text.trim() === '') return []
  const list = rawExpression(`[${text}]`)
  return list.kind === 'array' ? list.items.map(adopt) : [rawExpression(text)]
}

/** Statements that the user wrote; what does not parse is kept as it is. */
export function rawStatements(text: string, origin?: Origin): readonly Statement[] {
  if (text.trim() === '') return []
  const parsed = parseBody(text)
  if (parsed.problems.length > 0) {
    return [{ kind: 'rawStatements', text, ...(origin && { origin }) }]
  }
  if (!origin) return parsed.body
  return parsed.body.map((statement) =>
    statement.kind === 'block' ? { ...statement, origin } : statement,
  )
}

/** A comment line; the text is without its slashes, and its line breaks become spaces. */
export function comment(text: string): Comment {
  return { kind: 'comment', text: `// ${text.replaceAll(/\s*[\r\n]+\s*/g, ' ')}`.trimEnd() }
}

/** What a block's last arguments may be: nested statements, nested lists of them, or nothing. */
export type Children = readonly (Statement | Children | undefined | false | null | '')[]

/** Loops rather than chains of list functions: every block of every config passes through here. */
function addChildren(body: Statement[], children: Children): void {
  for (const child of children) {
    if (!child) continue
    if (Array.isArray(child)) addChildren(body, child as Children)
    else body.push(child as Statement)
  }
}

/** One attribute on its own, for when it has to stand after a block. */
export function attribute(name: string, value: Exclude<Value, undefined>): Statement {
  return { kind: 'attribute', name, value: convert(value) }
}

/** An unlabelled block, such as `rule` or `clustering`. */
export function block(name: string, attributes: Attributes = {}, children: Children = []): Block {
  const body: Statement[] = []
  for (const attributeName in attributes) {
    const value = attributes[attributeName]
    if (value !== undefined) body.push(attribute(attributeName, value))
  }
  addChildren(body, children)
  return { kind: 'block', name, body }
}

/** A labelled block: a component, a `declare`, an `argument`. */
export function component(
  name: string,
  label: string,
  attributes: Attributes = {},
  children: Children = [],
): Block & { readonly label: string } {
  return { ...block(name, attributes, children), label }
}

/** The same blocks, told which unit and which setting they come from; what a block knows already stays. */
export function withOrigin<S extends Statement>(statements: readonly S[], origin: Origin): S[] {
  return statements.map((statement) =>
    (statement.kind === 'block' || statement.kind === 'rawStatements') && !statement.origin
      ? { ...statement, origin }
      : statement,
  )
}

/** `a.b.c` as an expression. */
export function path(first: string, ...names: readonly string[]): Expression {
  return mark(
    names.reduce<Expression>((target, name) => ({ kind: 'access', target, name }), {
      kind: 'identifier',
      name: first,
    }),
  )
}

/** A component's export: `ref(scrape, 'receiver')` is `prometheus.scrape.kubelet.receiver`. */
export function ref(identity: ComponentIdentity, ...exports: readonly string[]): Expression {
  const [first = '', ...rest] = identity.name.split('.')
  return path(first, ...rest, ...(identity.label === undefined ? [] : [identity.label]), ...exports)
}

/** `target[index]`. */
export function at(target: Expression, index: Exclude<Value, undefined>): Expression {
  return mark({ kind: 'index', target, index: convert(index) })
}

/** `callee(...)`; the callee is a dotted name such as `array.concat`. */
export function call(callee: string, ...args: readonly Exclude<Value, undefined>[]): Expression {
  const [first = '', ...rest] = callee.split('.')
  return mark({ kind: 'call', callee: path(first, ...rest), arguments: args.map(convert) })
}

/** `left operator right`. */
export function binary(
  left: Exclude<Value, undefined>,
  operator: BinaryOperator,
  right: Exclude<Value, undefined>,
): Expression {
  return mark({ kind: 'binary', operator, left: convert(left), right: convert(right) })
}
