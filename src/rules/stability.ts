import { valueAt } from '../base/record'
import { allows, unstableComponents } from '../collectors/stability'
import { printValue } from '../values/helm'
import type { Rule } from './types'

/** Components below general availability run only where the collector allows them. */
export const stability: Rule = ({ model, collectors }) => {
  for (const { view, file } of collectors) {
    const configured = valueAt(view.spec, ['alloy', 'stabilityLevel']) ?? 'generally-available'
    const refused = unstableComponents(file.body).filter(({ level }) => !allows(configured, level))
    if (refused.length === 0) continue
    const level = refused.some((one) => one.level === 'experimental')
      ? 'experimental'
      : 'public-preview'
    const path = ['collectors', view.name, 'alloy', 'stabilityLevel']
    model.report({
      code: 'collectors.stability',
      path,
      message: `The collector ${view.name} runs at the stability level ${printValue(configured)}, but its config uses ${refused.map(({ name }) => name).join(', ')}, which needs ${level}.`,
      fixes: [{ title: `Allow ${level} components`, edits: [{ path, value: level }], safe: true }],
    })
  }
}
