import type { Origin } from '../alloy/ast'
import type { Path } from '../diagnostics/diagnostic'

/** Where blocks come from that a setting of a feature asked for; the feature is the path's first part. */
export function settingOrigin(...path: Path): Origin {
  return { unit: ['features', path[0] ?? ''].join('/'), path }
}
