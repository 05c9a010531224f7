import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { valueAt } from '../base/record'
import { tryFeature } from '../testing/feature'
import { defaultOf, type Option } from '../values/options'
import { annotationAutodiscovery } from './annotation-autodiscovery'
import { autoInstrumentation } from './auto-instrumentation'
import { clusterMetrics } from './cluster-metrics'
import { costMetrics } from './cost-metrics'
import { energyMetrics, linuxHosts, windowsHosts } from './host-metrics'
import { prometheusOperatorObjects } from './prometheus-operator-objects'
import type { Feature } from './types'

/** As the registry holds them: whatever their values' type. */
const all: readonly Feature[] = [
  annotationAutodiscovery,
  autoInstrumentation,
  clusterMetrics,
  costMetrics,
  energyMetrics,
  linuxHosts,
  windowsHosts,
  prometheusOperatorObjects,
]

/** Values at the feature's path. */
const placed = (path: readonly string[], section: unknown): Record<string, unknown> => {
  const [first = '', ...rest] = path
  return { [first]: rest.length > 0 ? placed(rest, section) : section }
}

/** Anything at all where an option stands, some options at a time. */
function scrambled(option: Option): fc.Arbitrary<unknown> {
  if (option.type !== 'group') return fc.jsonValue({ maxDepth: 2 })
  const fields = Object.entries(option.fields).map(
    ([key, field]) => [key, fc.option(scrambled(field), { nil: undefined, freq: 1 })] as const,
  )
  return fc.record(Object.fromEntries(fields))
}

describe.each(all.map((feature) => [feature.title, feature] as const))('%s', (_, feature) => {
  it('takes any values without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), scrambled(feature.options)), (section) => {
        tryFeature(feature, placed(feature.path, section))
      }),
      { numRuns: 60 },
    )
  })

  it('makes the same of its defaults, said or not', () => {
    const said = placed(feature.path, defaultOf(feature.options))
    expect(valueAt(said, feature.path)).toBeDefined()
    expect(tryFeature(feature, said).text).toBe(tryFeature(feature, {}).text)
  })
})
