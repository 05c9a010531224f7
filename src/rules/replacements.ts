import type { Rule } from './types'

/** A component to be replaced has to be somewhere, unless the user says it need not. */
export const replacements: Rule = ({ model, replacements: all, replaced }) => {
  all.forEach((replacement, index) => {
    if (replacement.optional || replaced.has(replacement)) return
    const where = replacement.module === '' ? '' : ` in the module ${replacement.module}`
    model.report({
      code: 'alloy.nothing-to-replace',
      path: ['replaceComponent', index],
      message: `No collector has a component ${replacement.type} "${replacement.name}"${where} to replace.`,
      fixes: [
        {
          title: 'Make it optional',
          edits: [{ path: ['replaceComponent', index, 'optional'], value: true }],
          safe: false,
        },
        {
          title: 'Remove it',
          edits: [{ path: ['replaceComponent', index], remove: true }],
          safe: false,
        },
      ],
    })
  })
}
