import { describe, expect, it } from 'vitest'
import { isRecord } from '../base/record'
import { defaultOf, type Option } from '../values/options'
import { alloyChartDefaults } from './alloy-chart'
import { collectorDefaults } from './defaults'
import { collectorOptions } from './options'

/** Every path of a tree that leads to something other than a map with entries. */
function leaves(tree: unknown, path: readonly string[] = []): [string, unknown][] {
  if (!isRecord(tree) || Object.keys(tree).length === 0) return [[path.join(' '), tree]]
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, [...path, key]))
}

function optionsIn(option: Option): Option[] {
  if (option.type === 'group') return [option, ...Object.values(option.fields).flatMap(optionsIn)]
  if (option.type === 'list' || option.type === 'map') return [option, ...optionsIn(option.items)]
  return [option]
}

describe('the options of a collector', () => {
  const defaults = Object.fromEntries(leaves(defaultOf(collectorOptions)))

  it('have the chart’s defaults where it sets one, else the Alloy chart’s', () => {
    const chart = Object.fromEntries(leaves(collectorDefaults))
    expect(defaults).toMatchObject(chart)
    const overridden = Object.keys(collectorDefaults.alloy as object).concat(
      Object.keys(collectorDefaults.controller as object),
    )
    for (const [path, value] of leaves(alloyChartDefaults)) {
      if (path in chart || overridden.some((key) => path.split(' ').includes(key))) continue
      if (path.startsWith('crds')) continue
      expect([path, defaults[path]]).toEqual([path, value])
    }
  })

  it('mark every credential as one', () => {
    const secrets = optionsIn(collectorOptions).filter((option) => option.secret)
    expect(secrets).toHaveLength(2)
  })
})
