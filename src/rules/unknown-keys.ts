import { isRecord, valueAt } from '../base/record'
import { collectorOptions } from '../collectors/options'
import type { Path } from '../diagnostics/diagnostic'
import { unknownKeys as findUnknownKeys } from '../values/schema'
import type { Rule } from './types'

/** Sections of older charts, with what became of them. */
const moved: Readonly<Record<string, string>> = {
  'alloy-metrics': 'collectors.alloy-metrics',
  'alloy-logs': 'collectors.alloy-logs',
  'alloy-singleton': 'collectors.alloy-singleton',
  'alloy-receiver': 'collectors.alloy-receiver',
  'alloy-profiles': 'collectors.alloy-profiles',
  destinationsMap: 'destinations',
  externalServices: 'destinations',
  podLogs: 'podLogsViaLoki, podLogsViaOpenTelemetry or podLogsViaKubernetesApi',
  metrics: 'clusterMetrics and its sister features',
  logs: 'podLogsViaLoki, nodeLogs and clusterEvents',
  traces: 'applicationObservability',
  receivers: 'applicationObservability.receivers',
  profiles: 'profiling',
  beyla: 'autoInstrumentation',
}

/** Sections of a collector that have most of its settings; keys are often written beside them. */
const collectorSections = [[], ['alloy'], ['controller'], ['alloy', 'mounts']] as const

/** Where in a collector a key belongs that stands at the wrong depth, if there is one such place. */
function placeInCollector(user: unknown, path: Path, key: string): Path | undefined {
  if (path[0] !== 'collectors' && path[0] !== 'collectorCommon') return undefined
  const fitting = collectorSections.flatMap((section): Path[] => {
    let fields: Readonly<Record<string, unknown>> = collectorOptions.fields
    for (const step of section) {
      const below = valueAt(fields, [step, 'fields'])
      fields = isRecord(below) ? below : {}
    }
    return Object.hasOwn(fields, key) ? [[...path.slice(0, 2), ...section, key]] : []
  })
  const [place] = fitting
  if (!place || fitting.length > 1 || valueAt(user, place) !== undefined) return undefined
  // A way through what is no map leads nowhere.
  const open = place.every((_, depth) => {
    const there = valueAt(user, place.slice(0, depth))
    return depth === 0 || there === undefined || isRecord(there)
  })
  return open ? place : undefined
}

/** Keys that the chart ignores without a word: misspelt, misplaced, or from another version. */
export const unknownKeys: Rule = ({ model, options }) => {
  for (const { path, key, suggestion } of findUnknownKeys(options, model.root.user)) {
    // The mode for the chart's own tests, of which there is a finding of its own.
    if (key === 'testing' && path.length === 2) continue
    const successor = path.length === 1 && Object.hasOwn(moved, key) ? moved[key] : undefined
    if (successor !== undefined) {
      model.report({
        code: 'values.older-key',
        path,
        message: `${key} is of an older version of the chart, and this one ignores it. Its place is now ${successor}. Upgrading the values moves it.`,
      })
      continue
    }
    const place = placeInCollector(model.root.user, path, key)
    if (place) {
      const section = place.slice(2, -1).join('.')
      const value = valueAt(model.root.user, path)
      model.report({
        code: 'values.misplaced-key',
        path,
        message: `${key} stands at the wrong depth and has no effect: it belongs ${section === '' ? 'to the collector itself' : `under ${section}`}.${path[0] === 'collectorCommon' ? ' What is common to all collectors has the form of one collector, below collectorCommon.alloy.' : ''}`,
        fixes: [
          {
            title: `Move it to ${place.slice(2).join('.')}`,
            edits: [
              { path: place, value },
              { path, remove: true },
            ],
            safe: false,
          },
        ],
      })
      continue
    }
    const better = suggestion === undefined ? undefined : [...path.slice(0, -1), suggestion]
    const value = path.reduce<unknown>(
      (tree, step) => (tree as Readonly<Record<string | number, unknown>>)[step],
      model.root.user,
    )
    model.report({
      code: 'values.unknown-key',
      path,
      message: `The chart does not know ${key} here and ignores it.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`}`,
      fixes: [
        ...(better
          ? [
              {
                title: `Rename it to ${suggestion}`,
                edits: [
                  { path: better, value },
                  { path, remove: true as const },
                ],
                safe: false,
              },
            ]
          : []),
        { title: 'Remove it', edits: [{ path, remove: true }], safe: false },
      ],
    })
  }
}
