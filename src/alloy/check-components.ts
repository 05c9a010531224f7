import type { Attribute, Block, Expression, File, Range, Statement } from './ast'
import { type ArgumentFacts, type BodyFacts, componentFacts } from './components'
import { findReferences, identityOf } from './references'

export type ComponentCode =
  | 'unknown-component'
  | 'missing-label'
  | 'unexpected-label'
  | 'duplicate-component'
  | 'stray-attribute'
  | 'unknown-argument'
  | 'duplicate-argument'
  | 'missing-argument'
  | 'wrong-type'
  | 'unknown-block'
  | 'missing-block'
  | 'unknown-export'

export interface ComponentProblem {
  readonly code: ComponentCode
  readonly message: string
  /** The innermost block that the problem is in. */
  readonly block?: Block
  readonly range?: Range
}

/** Blocks of which there is but one, and so without a label. */
const singletons: ReadonlySet<string> = new Set([
  'http',
  'livedebugging',
  'logging',
  'remotecfg',
  'tracing',
])

/** Components that a file makes or brings in itself. */
interface Custom {
  readonly declared: ReadonlyMap<string, Block>
  readonly imported: ReadonlySet<string>
}

/**
 * Compares a file with what Alloy's reference says of components: names, labels, arguments,
 * blocks and exports. The reference is prose for people and has gaps, so that what this finds is
 * advice, not proof. Text that could not be read is passed over. With `judged`, other blocks are only
 * looked at as far as those need it.
 */
export function checkComponents(
  file: File,
  judged: (block: Block) => boolean = () => true,
): readonly ComponentProblem[] {
  const checker = new Checker(judged)
  checker.module(file.body, { declared: new Map(), imported: new Set() })
  checker.exports(file)
  return checker.problems
}

function nameRange(node: Block | Attribute): Range | undefined {
  return node.range && { start: node.range.start, end: node.range.start + node.name.length }
}

function customIn(statements: readonly Statement[], outer: Custom): Custom {
  const declared = new Map(outer.declared)
  const imported = new Set(outer.imported)
  for (const statement of statements) {
    if (statement.kind !== 'block' || statement.label === undefined) continue
    if (statement.name === 'declare') declared.set(statement.label, statement)
    if (statement.name.startsWith('import.')) imported.add(statement.label)
  }
  return { declared, imported }
}

const isRaw = (statement: Statement) => statement.kind === 'rawStatements'

/** What a `declare` block asks of those who use it. */
function factsOfDeclared(declared: Block): BodyFacts {
  const facts = new Map<string, ArgumentFacts>()
  for (const statement of declared.body) {
    if (statement.kind !== 'block' || statement.name !== 'argument') continue
    const optional = statement.body.some(
      (inner) =>
        inner.kind === 'attribute' &&
        inner.name === 'optional' &&
        !(inner.value.kind === 'boolean' && !inner.value.value),
    )
    facts.set(statement.label ?? '', { type: 'any', required: !optional })
  }
  return { arguments: facts, blocks: new Map() }
}

class Checker {
  readonly problems: ComponentProblem[] = []
  readonly #judged: (block: Block) => boolean

  constructor(judged: (block: Block) => boolean) {
    this.#judged = judged
  }

  report(code: ComponentCode, message: string, block?: Block, range?: Range): void {
    this.problems.push({ code, message, ...(block && { block }), ...(range && { range }) })
  }

  module(statements: readonly Statement[], outer: Custom): void {
    const custom = customIn(statements, outer)
    const seen = new Set<string>()
    for (const statement of statements) {
      if (statement.kind === 'attribute') {
        this.report(
          'stray-attribute',
          `${statement.name} stands outside of any component`,
          undefined,
          nameRange(statement),
        )
      }
      if (statement.kind !== 'block') continue
      const identity = identityOf(statement)
      if (seen.has(identity)) {
        this.report(
          'duplicate-component',
          `There is a second ${identity}`,
          statement,
          nameRange(statement),
        )
      }
      seen.add(identity)
      this.component(statement, custom)
    }
  }

  component(block: Block, custom: Custom): void {
    const { name } = block
    if (!this.#judged(block)) {
      if (name === 'declare') this.module(block.body, custom)
      return
    }
    const declared = custom.declared.get(name)
    const facts = componentFacts(name)
    if (declared) {
      if (!declared.body.some(isRaw)) this.body(block, factsOfDeclared(declared), true)
    } else if (!facts) {
      if (custom.imported.has(name.split('.')[0] ?? '')) return
      this.report('unknown-component', `Alloy has no ${name}`, block, nameRange(block))
      return
    }
    this.label(block)
    if (name === 'declare') this.module(block.body, custom)
    else if (facts && !declared) this.body(block, facts, true)
    if (name !== 'foreach') return
    for (const statement of block.body) {
      if (statement.kind === 'block' && statement.name === 'template') {
        this.module(statement.body, custom)
      }
    }
  }

  label(block: Block): void {
    const single = singletons.has(block.name)
    if (single && block.label !== undefined) {
      this.report('unexpected-label', `${block.name} takes no label`, block, nameRange(block))
    } else if (!single && block.label === undefined) {
      this.report('missing-label', `${block.name} needs a label`, block, nameRange(block))
    }
  }

  /** The inside of a block; a component's own body is checked even where it should be empty. */
  body(block: Block, facts: BodyFacts, isComponent = false): void {
    if (!isComponent && facts.arguments.size + facts.blocks.size === 0) return
    const seen = new Set<string>()
    for (const statement of block.body) {
      if (statement.kind !== 'attribute' && statement.kind !== 'block') continue
      if (statement.kind === 'attribute') this.argument(block, statement, facts, seen)
      else this.nested(block, statement, facts)
      seen.add(statement.name)
    }
    if (block.body.some(isRaw)) return
    for (const [name, { required }] of facts.arguments) {
      if (!required || seen.has(name)) continue
      this.report('missing-argument', `${block.name} needs ${name}`, block, nameRange(block))
    }
    for (const [name, { required }] of facts.blocks) {
      if (!required || seen.has(name)) continue
      this.report(
        'missing-block',
        `${block.name} needs a block called ${name}`,
        block,
        nameRange(block),
      )
    }
  }

  argument(block: Block, attribute: Attribute, facts: BodyFacts, seen: ReadonlySet<string>): void {
    const { name } = attribute
    const known = facts.arguments.get(name)
    const range = nameRange(attribute)
    if (!known) {
      const message = facts.blocks.has(name)
        ? `In ${block.name}, ${name} is a block: write it with braces and without "="`
        : `${block.name} has no argument called ${name}`
      this.report('unknown-argument', message, block, range)
      return
    }
    if (seen.has(name)) {
      this.report('duplicate-argument', `${block.name} sets ${name} twice`, block, range)
    }
    if (!mayBe(attribute.value, known.type)) {
      this.report(
        'wrong-type',
        `${name} should be of the type ${known.type}`,
        block,
        attribute.value.range,
      )
    }
  }

  nested(block: Block, inner: Block, facts: BodyFacts): void {
    const known = facts.blocks.get(inner.name)
    if (known) {
      this.body(inner, known)
      return
    }
    const message = facts.arguments.has(inner.name)
      ? `In ${block.name}, ${inner.name} is an argument: write it with "="`
      : `${block.name} has no block called ${inner.name}`
    this.report('unknown-block', message, inner, nameRange(inner))
  }

  /** Names that are read from components which do not export them. */
  exports(file: File): void {
    for (const { target, exports, names, expression, reader } of findReferences(file, this.#judged)
      .references) {
      const facts = componentFacts(target.name)
      const [name] = exports
      if (!facts || name === undefined || facts.exports.has(name)) continue
      this.report(
        'unknown-export',
        `${names.slice(0, -exports.length).join('.')} has no export called ${name}`,
        reader,
        expression.range,
      )
    }
  }
}

const scalarKinds: ReadonlySet<Expression['kind']> = new Set(['string', 'number', 'boolean'])

/** Whether a literal can become a value of a type; what is not a literal always may. */
function mayBe(value: Expression, type: string): boolean {
  if (type.startsWith('list(')) return !scalarKinds.has(value.kind) && value.kind !== 'object'
  if (type.startsWith('map(')) return !scalarKinds.has(value.kind) && value.kind !== 'array'
  if (type === 'bool') {
    return !['string', 'number', 'array', 'object'].includes(value.kind)
  }
  const isScalar = ['string', 'secret', 'duration', 'number', 'int', 'uint', 'float'].includes(type)
  return !isScalar || (value.kind !== 'array' && value.kind !== 'object')
}
