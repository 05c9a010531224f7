import { leftOutPaths } from '../base/left-out'
import type { Rule } from './types'

/** Secrets that a link or the browser's storage did not carry, and that nobody has typed again. */
export const leftOut: Rule = ({ model }) => {
  for (const path of leftOutPaths(model.root.user)) {
    model.report({
      code: 'values.left-out',
      path,
      message: `The secret at ${path.join('.')} was left out when these values were shared or stored. Type it again, or let a Secret of your own hold it.`,
    })
  }
}
