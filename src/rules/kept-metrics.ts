import { isRecord, valueAt } from '../base/record'
import { isEmpty } from '../values/helm'
import type { Rule } from './types'

/** Sources that come with a keep list, of which the user left neither that nor a list of their own. */
export const keptMetrics: Rule = ({ model, written, assignments }) => {
  const on = new Set(assignments.map(({ feature }) => feature.path.join('.')))
  for (const { option, value, path } of written) {
    if (option.type !== 'group' || !('useDefaultAllowList' in option.fields)) continue
    if (!isRecord(value) || value.useDefaultAllowList !== false) continue
    if (!isEmpty(value.includeMetrics) || value.useIntegrationAllowList === true) continue
    const [section = '', part = ''] = path.map(String)
    if (!on.has(section) && !on.has([section, part].join('.'))) continue
    if (valueAt(model.root, [...path.slice(0, -1), 'enabled']) === false) continue
    const source = path.slice(0, -1).join('.')
    model.report({
      code: 'advice.keeps-everything',
      path: [...path, 'useDefaultAllowList'],
      message: `With the default list off and no includeMetrics, every metric of ${source} is kept: often ten times as many series. List those that you want, or turn the default list on.`,
      fixes: [
        {
          title: 'Keep the metrics of the default list',
          edits: [{ path: [...path, 'useDefaultAllowList'], remove: true }],
          safe: false,
        },
      ],
    })
  }
}
