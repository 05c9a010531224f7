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

/** Keys that the chart ignores without a word: misspelt, misplaced, or from another version. */
export const unknownKeys: Rule = ({ model, options }) => {
  for (const { path, key, suggestion } of findUnknownKeys(options, model.root.user)) {
    const successor = path.length === 1 && Object.hasOwn(moved, key) ? moved[key] : undefined
    if (successor !== undefined) {
      model.report({
        code: 'values.older-key',
        path,
        message: `${key} is of an older version of the chart, and this one ignores it. Its place is now ${successor}. Upgrading the values moves it.`,
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
