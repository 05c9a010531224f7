import type { Statement } from '../alloy/ast'
import { rawStatements } from '../alloy/build'
import type { Path } from '../diagnostics/diagnostic'
import type { UnitContext } from '../values/context'
import { printValue } from '../values/helm'
import { fillTemplate } from '../values/templates'
import { settingOrigin } from './setting-origin'

/** A feature's values and where they stand, as far as its user's own Alloy needs them. */
type Owner = Pick<UnitContext, 'global' | 'release' | 'report'> & {
  readonly values: Readonly<Record<string, unknown>>
  readonly path: Path
}

/** Statements that the user wrote into the option `key`, as they stand. */
export function userStatements(owner: Owner, key: string): readonly Statement[] {
  return statements(owner, key, printValue(owner.values[key]))
}

/**
 * The same for an option whose text the chart passes through Go's templates: with the feature's
 * values, the global ones among them. What cannot be filled in stays, and is told.
 */
export function templatedStatements(owner: Owner, key: string): readonly Statement[] {
  const filled = fillTemplate(printValue(owner.values[key]), {
    release: owner.release,
    values: { ...owner.values, global: owner.global },
  })
  for (const part of filled.unsupported) {
    owner.report({
      code: 'alloy.template',
      path: [...owner.path, key],
      message: `Helm will fill in ${part.text}; the preview shows it as it is.`,
    })
  }
  return statements(owner, key, filled.text)
}

function statements({ path }: Owner, key: string, text: string): readonly Statement[] {
  return rawStatements(text, settingOrigin(...path, key))
}
