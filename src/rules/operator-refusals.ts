import { valueAt } from '../base/record'
import type { Edit } from '../diagnostics/diagnostic'
import { workloadRefusals } from '../manifests/workloads'
import type { Rule } from './types'

/**
 * The operator's own chart takes each collector's settings. The parent chart does not look at most
 * of them, so the release installs, and the pods are missing.
 */
export const operatorRefusals: Rule = ({ model, collectors, alloys }) => {
  for (const [index, { view }] of collectors.entries()) {
    const object = alloys[index]
    if (!object) continue
    const own = model.collectors.get(view.name)
    const base = ['collectors', view.name]
    for (const { path, message, fixes = [] } of workloadRefusals(object)) {
      // A removal cures only what the collector says itself, not what all have in common.
      const helps = (edit: Edit) => !('remove' in edit) || valueAt(own, edit.path) !== undefined
      model.report({
        code: 'collectors.operator-refuses',
        path: [...base, ...path],
        message,
        fixes: fixes
          .filter(({ edits }) => edits.every(helps))
          .map((fix) => ({
            ...fix,
            edits: fix.edits.map((edit) => ({ ...edit, path: [...base, ...edit.path] })),
          })),
      })
    }
  }
}
