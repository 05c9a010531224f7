import { isRecord, listAt, valueAt } from '../base/record'
import { sameTree } from '../base/tree'
import { featureContext } from '../collectors/feature-context'
import type { Edit } from '../diagnostics/diagnostic'
import type { Rule } from './types'

/** Lists of a collector that features add to. Ports are left out: the chart itself checks those. */
const additions = [
  ['alloy', 'mounts', 'extra'],
  ['controller', 'volumes', 'extra'],
] as const

/** What happens without a feature's mount. */
const harm: Readonly<Record<string, string>> = {
  selfReporting: 'it finds no metrics about the installation',
  windowsEventLogs: 'its bookmarks are lost with the pod',
}

const nameOf = (item: unknown) => (isRecord(item) ? item.name : undefined)

/**
 * Mounts and volumes that a feature wants to add to its collector, but that stay away because the
 * collector has a list of the user's own, or one that an earlier feature made: the chart completes no
 * list that is there (templates/_validations.tpl).
 */
export const lostAdditions: Rule = ({ model, assignments, collectors, releaseInfoName }) => {
  for (const { feature, collector } of assignments) {
    const made = collectors.find(({ view }) => view.name === collector)
    const happens = Object.hasOwn(harm, feature.key) ? harm[feature.key] : undefined
    if (!made || !feature.influence || happens === undefined) continue
    const { view } = made
    const wanted = feature.influence(featureContext(model, feature, releaseInfoName), view)
    const edits = additions.flatMap((path): Edit[] => {
      const there = listAt(view.spec, path)
      const missing = listAt(wanted, path).filter(
        (item) => !there.some((one) => sameTree(one, item) || nameOf(one) === nameOf(item)),
      )
      if (missing.length === 0) return []
      return [{ path: ['collectors', collector, ...path], value: [...there, ...missing] }]
    })
    const [first] = edits
    if (!first) continue
    const own = valueAt(model.root.user, first.path) !== undefined
    model.report({
      code: 'collectors.addition-lost',
      path: first.path,
      message: `${feature.title} needs a volume of its own on ${collector}, which the chart leaves out because ${own ? 'the collector has a list of volumes or mounts of yours' : 'another feature has made the list already'}: ${happens}. Put it into the list.`,
      fixes: [{ title: `Add what ${feature.title} needs`, edits, safe: true }],
    })
  }
}
