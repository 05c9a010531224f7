import { isRecord } from '../base/record'
import { destinations } from '../destinations'
import type { Code } from '../diagnostics/codes'
import { processors } from '../processors'
import { isEmpty, printValue } from '../values/helm'
import { clashingNames } from './collector-names'
import type { Rule } from './types'

interface Kind {
  readonly section: 'destinations' | 'dataProcessors'
  readonly word: string
  readonly types: readonly string[]
  readonly codes: { readonly name: Code; readonly type: Code; readonly clash: Code }
}

const kinds: readonly Kind[] = [
  {
    section: 'destinations',
    word: 'destination',
    types: destinations.map(({ type }) => type),
    codes: {
      name: 'destinations.bad-name',
      type: 'destinations.unknown-type',
      clash: 'destinations.same-name',
    },
  },
  {
    section: 'dataProcessors',
    word: 'data processor',
    types: processors.map(({ type }) => type),
    codes: {
      name: 'processors.bad-name',
      type: 'processors.unknown-type',
      clash: 'processors.same-name',
    },
  },
]

const allowedName = /^[-_a-zA-Z0-9]*$/

/** What destinations and data processors are called, and of what type they are. */
export const unitNames: Rule = ({ model }) => {
  for (const { section, word, types, codes } of kinds) {
    const written = model.root.user[section]
    if (!isRecord(written)) continue
    for (const group of clashingNames(Object.keys(written))) {
      for (const name of group.slice(1)) {
        model.report({
          code: codes.clash,
          path: [section, name],
          message: `The names ${group.join(', ')} become one in Kubernetes and in Alloy. Rename all but one.`,
        })
      }
    }
    for (const [name, unit] of Object.entries(written)) {
      if (!isRecord(unit) || (section === 'destinations' && !isEmpty(unit.disabled))) continue
      if (!allowedName.test(name)) {
        model.report({
          code: codes.name,
          path: [section, name],
          message: `The name of a ${word} may have letters of the English alphabet, digits, hyphens and underscores only.`,
        })
      }
      if (types.includes(unit.type as string)) continue
      model.report({
        code: codes.type,
        path: [section, name, 'type'],
        message: isEmpty(unit.type)
          ? `Say of what type the ${word} ${name} is: ${types.join(', ')}.`
          : `There is no ${word} of the type ${printValue(unit.type)}. Choose one of ${types.join(', ')}.`,
      })
    }
  }
}
