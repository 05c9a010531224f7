import type { Block, Expression, File, Node, Range, Statement } from './ast'
import { hasStandardMember, isStandardName, replacementOf } from './standard-library'
import { childrenOf } from './visit'

/** A name that reads from a component, such as `prometheus.relabel.metrics.receiver`. */
export interface Reference {
  readonly names: readonly string[]
  readonly expression: Expression
  /** The component, argument or other block that the name leads to. */
  readonly target: Block
  /** The names after the target's own: first the export, then what is read from it. */
  readonly exports: readonly string[]
  /** The component that reads; left out for what stands outside of any. */
  readonly reader?: Block
}

export type ReferenceCode = 'unknown-reference' | 'unknown-function' | 'outdated-function'

export interface ReferenceProblem {
  readonly code: ReferenceCode
  readonly message: string
  readonly names: readonly string[]
  readonly range?: Range
  /** The component in which it stands. */
  readonly block?: Block
}

export interface References {
  readonly references: readonly Reference[]
  readonly problems: readonly ReferenceProblem[]
}

/** Where names are looked up: one module's components, and what encloses it where that is in sight. */
interface Scope {
  readonly components: ReadonlyMap<string, Block>
  readonly variables: ReadonlySet<string>
  readonly parent?: Scope
  /** Whether text that could not be read may define more. */
  readonly open: boolean
}

/** What a block is called where it is referred to: `name.label`. */
export function identityOf(block: Block): string {
  return block.label === undefined ? block.name : `${block.name}.${block.label}`
}

/** The names of `a.b.c`; `undefined` for any other expression. */
export function namesOf(expression: Expression): readonly string[] | undefined {
  if (expression.kind === 'identifier') return [expression.name]
  if (expression.kind !== 'access') return undefined
  const names = namesOf(expression.target)
  return names && [...names, expression.name]
}

/**
 * Every reference in a file, and those that lead nowhere.
 *
 * A `declare` is a module of its own, which sees its own components and arguments only; the
 * template of a `foreach` sees its surroundings too, and its variable. With `judged`, only what those
 * components read is looked at.
 */
export function findReferences(
  file: File,
  judged: (component: Block) => boolean = () => true,
): References {
  const finder = new Finder(judged)
  finder.module(file.body)
  return finder
}

function scopeOf(
  statements: readonly Statement[],
  variables: Iterable<string> = [],
  parent?: Scope,
) {
  const components = new Map<string, Block>()
  let open = parent?.open ?? false
  for (const statement of statements) {
    if (statement.kind === 'rawStatements') open = true
    if (statement.kind === 'block') components.set(identityOf(statement), statement)
  }
  return { components, variables: new Set(variables), open, ...(parent && { parent }) }
}

/** The component whose name the names begin with, and how many of them are its name. */
function lookUp(
  scope: Scope,
  names: readonly string[],
): { target: Block; length: number } | 'variable' | undefined {
  let name = ''
  for (const [index, part] of names.entries()) {
    name = index === 0 ? part : `${name}.${part}`
    const target = scope.components.get(name)
    if (target) return { target, length: index + 1 }
  }
  if (scope.variables.has(names[0] ?? '')) return 'variable'
  return scope.parent && lookUp(scope.parent, names)
}

function variableOf(loop: Block): string[] {
  return loop.body.flatMap((statement) =>
    statement.kind === 'attribute' && statement.name === 'var' && statement.value.kind === 'string'
      ? [statement.value.value]
      : [],
  )
}

class Finder implements References {
  readonly references: Reference[] = []
  readonly problems: ReferenceProblem[] = []
  readonly #judged: (component: Block) => boolean

  constructor(judged: (component: Block) => boolean) {
    this.#judged = judged
  }

  module(statements: readonly Statement[], scope: Scope = scopeOf(statements)): void {
    for (const statement of statements) {
      if (statement.kind === 'block' && statement.name === 'declare') this.module(statement.body)
      else if (statement.kind === 'block' && statement.name === 'foreach') {
        this.loop(statement, scope)
      } else if (statement.kind !== 'block') this.search(statement, scope)
      else if (this.#judged(statement)) this.search(statement, scope, statement)
    }
  }

  loop(loop: Block, scope: Scope): void {
    for (const statement of loop.body) {
      if (statement.kind === 'block' && statement.name === 'template') {
        this.module(statement.body, scopeOf(statement.body, variableOf(loop), scope))
      } else {
        this.search(statement, scope, loop)
      }
    }
  }

  search(node: Node, scope: Scope, reader?: Block): void {
    const names = node.kind === 'identifier' || node.kind === 'access' ? namesOf(node) : undefined
    if (names) this.resolve(node as Expression, names, scope, reader)
    else for (const child of childrenOf(node)) this.search(child, scope, reader)
  }

  resolve(
    expression: Expression,
    names: readonly string[],
    scope: Scope,
    reader: Block | undefined,
  ): void {
    const found = lookUp(scope, names)
    if (found === 'variable') return
    if (found) {
      this.references.push({
        names,
        expression,
        target: found.target,
        exports: names.slice(found.length),
        ...(reader && { reader }),
      })
      return
    }
    const problem = problemWith(names, scope)
    if (!problem) return
    const { range } = expression
    this.problems.push({
      ...problem,
      names,
      ...(range && { range }),
      ...(reader && { block: reader }),
    })
  }
}

function problemWith(
  names: readonly string[],
  scope: Scope,
): { code: ReferenceCode; message: string } | undefined {
  const name = names.join('.')
  if (isStandardName(names[0] ?? '')) {
    const replacement = replacementOf(name)
    if (replacement !== undefined) {
      return { code: 'outdated-function', message: `${name} is outdated; write ${replacement}` }
    }
    if (hasStandardMember(names)) return undefined
    return { code: 'unknown-function', message: `The standard library has no ${name}` }
  }
  if (scope.open) return undefined
  return { code: 'unknown-reference', message: `Nothing here is called ${name}` }
}
