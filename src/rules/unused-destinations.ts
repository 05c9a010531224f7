import { isRecord, valueAt } from '../base/record'
import { activePipelines, enabledCollectors, pipelineDestinations } from '../collectors/assignment'
import type { Assignment, Model } from '../collectors/types'
import { isEmpty } from '../values/helm'
import type { Rule } from './types'

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

/** Destinations that something really sends to, or that the user wants in a config. */
function usedDestinations(model: Model, assignments: readonly Assignment[]): ReadonlySet<string> {
  const used = new Set<string>()
  for (const { feature } of assignments) {
    for (const pipeline of activePipelines(model, feature)) {
      for (const name of pipelineDestinations(model, feature, pipeline)) used.add(name)
    }
  }
  for (const name of enabledCollectors(model)) {
    for (const own of textsIn(model.collectors.get(name)?.includeDestinations)) used.add(own)
  }
  for (const { name, unit, context, disabled } of model.destinations.values()) {
    if (disabled) continue
    if (!isEmpty(valueAt(context.values, ['rules', 'enabled']))) used.add(name)
    const graph = valueAt(context.values, ['processors', 'serviceGraphMetrics'])
    if (isRecord(graph) && graph.enabled === true) {
      for (const metrics of model.destinations.values()) {
        if (metrics.unit.supports(metrics.context.values, 'metrics')) used.add(metrics.name)
      }
    }
    if (used.has(name)) {
      for (const next of unit.downstream?.(context.values) ?? []) used.add(next)
    }
  }
  return used
}

/** Destinations to which nothing goes; not while no feature is on, as on a page just begun. */
export const unusedDestinations: Rule = ({ model, assignments }) => {
  if (!assignments.some(({ feature }) => feature.key !== 'selfReporting')) return
  const used = usedDestinations(model, assignments)
  for (const { name, disabled } of model.destinations.values()) {
    if (disabled || used.has(name)) continue
    const path = ['destinations', name]
    const needed = [...model.destinations.values()].some(({ unit, context }) =>
      unit.downstream?.(context.values).includes(name),
    )
    model.report({
      code: 'advice.unused-destination',
      path,
      message: `No feature sends anything to ${name}: those that are on choose other destinations, or collect what it does not take.`,
      // Whoever names a destination would refuse to be without it.
      fixes: needed
        ? []
        : [
            { title: 'Remove it', edits: [{ path, remove: true }], safe: false },
            {
              title: 'Keep it, but switched off',
              edits: [{ path: [...path, 'disabled'], value: true }],
              safe: false,
            },
          ],
    })
  }
}
