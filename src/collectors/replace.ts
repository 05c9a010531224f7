import type { Block, Statement } from '../alloy/ast'
import { rawStatements } from '../alloy/build'

/** One entry of `replaceComponent`. */
export interface Replacement {
  readonly type: string
  readonly name: string
  readonly module: string
  readonly optional: boolean
  readonly content: string
}

function matches(block: Block, replacement: Replacement): boolean {
  return (
    block.untagged !== true && block.name === replacement.type && block.label === replacement.name
  )
}

/**
 * The statements with the bodies of all matching components replaced (templates/_replace_component.tpl).
 * The chart finds a component by the comment that closes it, so one without (`untagged`) is never
 * found. With a module, only the inside of that `declare` is searched.
 */
export function replaceComponents(
  statements: readonly Statement[],
  replacement: Replacement,
  index: number,
): { readonly statements: readonly Statement[]; readonly found: boolean } {
  let found = false
  const replace = (list: readonly Statement[], inside: boolean): readonly Statement[] => {
    let changed = false
    const out = list.map((statement) => {
      if (statement.kind !== 'block') return statement
      if (inside && matches(statement, replacement)) {
        found = true
        changed = true
        const origin = { unit: 'replaceComponent', path: ['replaceComponent', index, 'content'] }
        return { ...statement, origin, body: rawStatements(replacement.content, origin) }
      }
      const enters = statement.name === 'declare' && statement.label === replacement.module
      const body = replace(statement.body, inside || enters)
      if (body === statement.body) return statement
      changed = true
      return { ...statement, body }
    })
    return changed ? out : list
  }
  return { statements: replace(statements, replacement.module === ''), found }
}
