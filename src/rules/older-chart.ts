import { isEmpty } from '../values/helm'
import type { Rule } from './types'

/** Values of chart 1.x, which the chart recognizes and refuses (templates/_validations.tpl). */
export const olderChart: Rule = ({ model }) => {
  if (isEmpty(model.root.user.externalServices)) return
  model.report({
    code: 'values.version-1',
    path: ['externalServices'],
    message:
      'These values are for version 1 of the chart, where destinations were called externalServices. Upgrade them first.',
  })
}
