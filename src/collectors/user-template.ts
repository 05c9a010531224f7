import type { Path } from '../diagnostics/diagnostic'
import { fillTemplate } from '../values/templates'
import type { Model } from './types'

/** A user's Alloy that Helm fills in as a template; what we cannot fill in is kept and reported. */
export function userTemplate(
  model: Model,
  text: string,
  path: Path,
  collectorName?: string,
): string {
  const filled = fillTemplate(text, {
    release: model.release,
    values: model.root,
    ...(collectorName !== undefined && { collectorName }),
  })
  for (const part of filled.unsupported) {
    model.report({
      code: 'alloy.template',
      path,
      message: `Helm will fill in ${part.text}; the preview shows it as it is.`,
    })
  }
  return filled.text
}
