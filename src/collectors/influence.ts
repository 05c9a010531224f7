import { valueAt } from '../base/record'
import type { CollectorView } from '../features/types'
import { mergeMissing } from '../values/helm'
import { enabledCollectors } from './assignment'
import { featureContext } from './feature-context'
import { type CommonLayers, collectorSpec } from './layering'
import { remoteConfigInfluence } from './remote-config'
import type { Assignment, Model } from './types'

/** What all collectors share, out of the values. */
export function commonLayers(model: Model): CommonLayers {
  return {
    global: model.global,
    common: valueAt(model.root.user, ['collectorCommon', 'alloy']),
    operatorDeployed: valueAt(model.root, ['alloy-operator', 'deploy']) !== false,
  }
}

/** A collector with all layers merged. */
export function viewCollector(model: Model, name: string, layers: CommonLayers): CollectorView {
  const user = model.collectors.get(name) ?? {}
  const presets = Array.isArray(user.presets) ? user.presets : []
  return {
    name,
    spec: collectorSpec(name, user, layers),
    presets: presets.filter((preset) => typeof preset === 'string'),
  }
}

/**
 * The model with what features, in their order, and then remote configuration change about
 * collectors (templates/_validations.tpl). Earlier wins: a list that the user or an earlier feature set is
 * left alone, so that a computed port or mount may silently be missing.
 */
export function influenceCollectors(
  model: Model,
  assignments: readonly Assignment[],
  releaseInfoName: string,
): Model {
  const layers = commonLayers(model)
  const collectors = new Map(model.collectors)
  const influenced: Model = { ...model, collectors }
  for (const { feature, collector } of assignments) {
    const user = collectors.get(collector)
    if (!user || !feature.influence) continue
    const context = featureContext(influenced, feature, releaseInfoName)
    const change = feature.influence(context, viewCollector(influenced, collector, layers))
    collectors.set(collector, mergeMissing(user, change))
  }
  for (const name of enabledCollectors(model)) {
    const own = collectors.get(name) ?? {}
    const change = remoteConfigInfluence(model, viewCollector(influenced, name, layers), own)
    if (change) collectors.set(name, mergeMissing(own, change))
  }
  return influenced
}
