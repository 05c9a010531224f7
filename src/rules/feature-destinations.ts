import {
  activePipelines,
  isEnabled,
  pipelineDestinations,
  sectionValues,
} from '../collectors/assignment'
import { shadows } from '../destinations/selection'
import { features } from '../features'
import type { Rule } from './types'

/** Every signal of every feature that is on reaches a destination. */
export const featureDestinations: Rule = ({ model }) => {
  const hidden = shadows(model.destinations)
  for (const feature of features) {
    if (feature.key === 'selfReporting' || !isEnabled(model, feature)) continue
    const active = activePipelines(model, feature)
    // The chart looks at the destinations of integrations for both signals as one list.
    const lenient =
      feature.key === 'integrations' &&
      active.some((pipeline) => pipelineDestinations(model, feature, pipeline).length > 0)
    const severity = lenient ? ({ severity: 'warning' } as const) : {}
    for (const pipeline of active) {
      if (pipelineDestinations(model, feature, pipeline).length > 0) continue
      const section = feature.path[0]
      const filter = sectionValues(model, feature).destinations
      const named = Array.isArray(filter) && filter.length > 0
      const behind = [...model.destinations.values()].filter(
        ({ name, unit, context, disabled }) =>
          !disabled &&
          !unit.downstream &&
          unit.supports(context.values, pipeline.signal) &&
          hidden.has(name),
      )
      const routers = [...new Set(behind.flatMap(({ name }) => hidden.get(name) ?? []))].sort()
      const path = [section, named ? 'destinations' : 'enabled']
      if (!named && routers.length > 0) {
        model.report({
          ...severity,
          code: 'features.behind-router',
          path: [section, 'destinations'],
          message: `${feature.title} reaches no destination for ${pipeline.signal}: ${behind.map(({ name }) => name).join(', ')} can only be reached through a router, and a router has to be named.`,
          fixes: routers.map((router) => ({
            title: `Send through ${router}`,
            edits: [{ path: [section, 'destinations'], value: [router] }],
            safe: false,
          })),
        })
        continue
      }
      model.report({
        ...severity,
        code: 'features.no-destination',
        path,
        message: named
          ? `None of the destinations that ${feature.title} names takes ${pipeline.signal}.`
          : `${feature.title} has nowhere to send its ${pipeline.signal}: add a destination that takes ${pipeline.signal}.`,
        fixes: named
          ? [
              {
                title: 'Send to every destination that fits',
                edits: [{ path: [section, 'destinations'], remove: true }],
                safe: false,
              },
            ]
          : [],
      })
    }
  }
}
