import { isRecord } from '../base/record'
import { valuesOptions } from '../options'
import { unknownKeys } from '../values/schema'
import type { Note, Tree } from './draft'
import { upgradeV1ToV2 } from './v1-to-v2'
import { isV2, upgradeV2ToV3 } from './v2-to-v3'
import { upgradeV3ToV4 } from './v3-to-v4'

/** Majors of the chart. */
export type ChartMajor = 1 | 2 | 3 | 4

export interface Upgraded {
  readonly from: ChartMajor
  readonly values: Readonly<Record<string, unknown>>
  readonly notes: readonly Note[]
}

/** Sections that only chart 1 had. */
const onlyInV1 = [
  ...['metrics', 'logs', 'traces', 'receivers', 'profiles', 'alloy', 'alloy-events'],
  ...['prometheus-operator-crds', 'prometheus-node-exporter', 'prometheus-windows-exporter'],
]

/** Sections that charts 2 and 3 had. */
const beforeV4 = [
  ...['alloy-metrics', 'alloy-logs', 'alloy-singleton', 'alloy-receiver', 'alloy-profiles'],
  ...['destinationsMap', 'podLogs'],
]

/**
 * The major that values are of, as far as their keys tell. What fits 2 and 3 alike counts as 3;
 * values that tell nothing count as 4.
 */
export function chartMajor(values: Tree): ChartMajor {
  const has = (key: string) => Object.hasOwn(values, key)
  if (has('externalServices')) return 1
  if (Array.isArray(values.destinations)) return isV2(values) ? 2 : 3
  if (isRecord(values.destinations) || isRecord(values.collectors)) return 4
  if (beforeV4.some(has)) return isV2(values) ? 2 : 3
  return onlyInV1.some(has) ? 1 : 4
}

/**
 * Values of any major since 1 as chart 4 takes them, with a note for each thing that moved, changed,
 * was added or is gone. Values of chart 4 come back as they are. Never throws.
 */
export function upgrade(values: unknown): Upgraded {
  if (!isRecord(values)) return { from: 4, values: {}, notes: [] }
  const from = chartMajor(values)
  if (from === 4) return { from, values, notes: [] }
  const notes: Note[] = []
  const two = from === 1 ? upgradeV1ToV2(values, notes) : values
  const three = from < 3 ? upgradeV2ToV3(two, notes) : two
  const four = upgradeV3ToV4(three, notes)
  for (const { path, suggestion } of unknownKeys(valuesOptions, four)) {
    notes.push({
      kind: 'check',
      to: path,
      message: suggestion
        ? `Chart 4 does not know this setting and ignores it; ${suggestion} may be meant.`
        : 'Chart 4 does not know this setting and ignores it.',
    })
  }
  return { from, values: four, notes }
}
