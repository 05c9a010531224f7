import type { File } from '../alloy/ast'
import type { Path } from '../diagnostics/diagnostic'
import type { CollectorView } from '../features/types'
import { ownStatements } from './compose'
import { commonLayers } from './influence'
import { collectorSpec } from './layering'
import type { Model } from './types'

/** An Alloy that a destination needs besides the collectors, with its config. */
export interface MadeCompanion {
  readonly kind: 'sampler' | 'servicegraph'
  readonly view: CollectorView
  readonly file: File
  /** Where its settings stand. */
  readonly path: Path
}

/**
 * The Alloys that sample traces or draw the service graph, for every destination that asks for some
 * (templates/alloy-sampler.yaml, templates/alloy-servicegraph.yaml).
 */
export function makeCompanions(model: Model): readonly MadeCompanion[] {
  const layers = commonLayers(model)
  return [...model.destinations.values()].flatMap(({ unit, context, disabled }) => {
    if (disabled) return []
    return (unit.companions?.(context) ?? []).map(({ kind, name, body, collectorValues, path }) => {
      const view = { name, spec: collectorSpec(name, collectorValues, layers), presets: [] }
      const statements = [...body, ...ownStatements(model, view, [...path, 'collector'])]
      return { kind, view, file: { kind: 'file' as const, body: statements }, path }
    })
  })
}
