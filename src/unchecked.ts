import type { Path } from './diagnostics/diagnostic'
import { enforcedTypes } from './features/auto-instrumentation'
import { services } from './services'

/** Charts that others bring in, by the path of their values: only these of their types are enforced. */
const looselyTyped: readonly { readonly path: Path; readonly enforced: readonly string[] }[] = [
  ...services.map(({ name, enforced }) => ({ path: ['telemetryServices', name], enforced })),
  { path: ['autoInstrumentation', 'beyla'], enforced: enforcedTypes },
]

/**
 * Whether the chart takes a value of any type at a path: the chart that reads it there has no schema,
 * and the schema of the chart that brings it in does not say.
 */
export function isUnchecked(path: Path): boolean {
  return looselyTyped.some(({ path: base, enforced }) => {
    if (path.length <= base.length || base.some((key, index) => path[index] !== key)) return false
    const below = path.slice(base.length).join('.')
    return !enforced.some(
      (known) =>
        below === known ||
        below.startsWith(known.concat('.')) ||
        known.startsWith(below.concat('.')),
    )
  })
}
