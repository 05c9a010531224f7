import { valueAt } from '../base/record'
import { isEmpty } from '../values/helm'
import type { Rule } from './types'

/**
 * Names of destinations that lead nowhere. The chart passes over them without a word, as long as one
 * of the names is known; routers, which it does check, are left to their own findings.
 */
export const unknownDestinations: Rule = ({ model, written }) => {
  for (const { option, value, path } of written) {
    if (option.type !== 'string' || option.format !== 'destination') continue
    if (typeof value !== 'string' || value === '' || path[0] === 'destinations') continue
    const known = model.destinations.get(value)
    const entry = valueAt(model.root.user, ['destinations', value])
    // A disabled destination is included all the same where a collector asks for it by name.
    if (known ? !known.disabled || path[0] === 'collectors' : !isEmpty(entry)) continue
    const place = path.slice(0, -1)
    const list = valueAt(model.root.user, place)
    const others = Array.isArray(list) ? list.filter((name) => name !== value) : []
    model.report({
      code: 'values.unknown-destination',
      path,
      message: known
        ? `The destination ${value} is switched off, so nothing is sent there.`
        : `There is no destination called ${value}. The chart passes over the name, and nothing is sent there.`,
      fixes: [
        ...(known
          ? [
              {
                title: `Switch ${value} on`,
                edits: [{ path: ['destinations', value, 'disabled'], remove: true as const }],
                safe: false,
              },
            ]
          : []),
        // An empty list would stand for every destination.
        ...(others.length > 0 || path[0] === 'collectors'
          ? [
              {
                title: 'Take the name off the list',
                edits: [{ path: place, value: others }],
                safe: false,
              },
            ]
          : []),
      ],
    })
  }
}
