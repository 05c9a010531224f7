import { isRecord, valueAt } from '../base/record'
import { isEmpty } from '../values/helm'
import { visitValues } from '../values/visit'
import type { Rule } from './types'

/** Sources that come with a keep list, of which the user left neither that nor a list of their own. */
export const keptMetrics: Rule = ({ model, options, assignments }) => {
  const on = new Set(assignments.map(({ feature }) => feature.path.join('.')))
  visitValues(options, model.root.user, (option, value, path) => {
    if (option.type !== 'group' || !('useDefaultAllowList' in option.fields)) return
    if (!isRecord(value) || value.useDefaultAllowList !== false) return
    if (!isEmpty(value.includeMetrics) || value.useIntegrationAllowList === true) return
    const [section = '', part = ''] = path.map(String)
    if (!on.has(section) && !on.has([section, part].join('.'))) return
    if (valueAt(model.root, [...path.slice(0, -1), 'enabled']) === false) return
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
  })
}
