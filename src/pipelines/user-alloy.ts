import type { Statement } from '../alloy/ast'
import { rawStatements } from '../alloy/build'
import type { Path } from '../diagnostics/diagnostic'
import type { UnitContext } from '../values/context'
import { printValue } from '../values/helm'

/** A feature's values and where they stand, as far as its user's own Alloy needs them. */
type Owner = Pick<UnitContext, 'global' | 'report'> & {
  readonly values: Readonly<Record<string, unknown>>
  readonly path: Path
}

/** Statements that the user wrote into the option `key`, as they stand. */
export function userStatements(owner: Owner, key: string): readonly Statement[] {
  return rawStatements(printValue(owner.values[key]), origin(owner, key))
}

/** The same for an option whose text the chart passes through Go's templates, with the feature's values. */
export function templatedStatements(owner: Owner, key: string): readonly Statement[] {
  return userStatements(owner, key)
}

function origin({ path }: Owner, key: string) {
  const full = path.map((part) => part)
  return { unit: ['features', full[0] ?? ''].join('/'), path: [...full, key] }
}
