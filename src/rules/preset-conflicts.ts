import { isRecord, listAt, valueAt } from '../base/record'
import { sameTree } from '../base/tree'
import { presetLayer } from '../collectors/layering'
import { presetNamed } from '../collectors/presets'
import { isEmpty } from '../values/helm'
import type { Rule } from './types'

/** Settings of a preset that something before it has set otherwise, as dotted paths. */
function overruled(
  settings: unknown,
  before: unknown,
  effective: unknown,
  path: readonly string[] = [],
): string[] {
  if (isRecord(settings)) {
    return Object.keys(settings).flatMap((key) =>
      overruled(settings[key], valueAt(before, [key]), valueAt(effective, [key]), [...path, key]),
    )
  }
  if (isEmpty(before) || isEmpty(settings) || sameTree(settings, before)) return []
  // Lists that add up have what the preset brings; a list that lost does not.
  const items = listAt({ effective }, ['effective'])
  if (Array.isArray(settings) && settings.every((item) => items.some((one) => sameTree(one, item))))
    return []
  return [path.join('.')]
}

/**
 * Presets that set the same thing differently. The first that is listed wins, although the chart's
 * documentation says the last does.
 */
export const presetConflicts: Rule = ({ model, collectors }) => {
  for (const { view } of collectors) {
    const { presets, name } = view
    presets.forEach((preset, index) => {
      const settings = presetNamed(preset)?.values
      const earlier = presets.slice(0, index)
      if (!settings || earlier.includes(preset)) return
      const lost = overruled(settings, presetLayer(earlier), presetLayer([...earlier, preset]))
      if (lost.length === 0) return
      const path = ['collectors', name, 'presets']
      const winners = earlier.filter(
        (other) =>
          overruled(settings, presetLayer([other]), presetLayer([other, preset])).length > 0,
      )
      const without = (names: readonly string[]) => presets.filter((one) => !names.includes(one))
      model.report({
        code: 'collectors.preset-overruled',
        path: [...path, index],
        message: `${winners.join(', ')} ${winners.length > 1 ? 'stand' : 'stands'} before ${preset} and ${winners.length > 1 ? 'set' : 'sets'} ${lost.join(', ')} otherwise. The first of two presets wins, so ${preset} has only the rest of its effect. Keep one of them.`,
        fixes: [
          {
            title: `Remove ${preset}`,
            edits: [{ path, value: without([preset]) }],
            safe: false,
          },
          {
            title: `Remove ${winners.join(', ')}`,
            edits: [{ path, value: without(winners) }],
            safe: false,
          },
        ],
      })
    })
  }
}
