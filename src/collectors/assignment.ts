import { isRecord, valueAt } from '../base/record'
import { features } from '../features'
import type { Feature } from '../features/types'
import { isEmpty } from '../values/helm'
import type { Pipeline } from '../values/signals'
import { type Flow, selectDestinations } from './pipeline'
import type { Assignment, Model } from './types'

/** Names of the collectors that are not switched off, sorted. */
export function enabledCollectors(model: Pick<Model, 'collectors'>): string[] {
  return [...model.collectors]
    .filter(([, user]) => !Object.hasOwn(user, 'enabled') || !isEmpty(user.enabled))
    .map(([name]) => name)
}

/** The settings at a feature's path, defaults filled in. */
export function featureValues(
  model: Pick<Model, 'root'>,
  feature: Feature,
): Readonly<Record<string, unknown>> {
  const found = valueAt(model.root, feature.path)
  return isRecord(found) ? found : {}
}

/** The settings that the parts of a feature share: where they send, through what. */
export function sectionValues(
  model: Pick<Model, 'root'>,
  feature: Feature,
): Readonly<Record<string, unknown>> {
  const found = model.root[feature.path[0]]
  return isRecord(found) ? found : {}
}

const textsIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []

/** Names of the destinations that a pipeline of a feature reaches, were it on. */
export function pipelineDestinations(
  model: Model,
  feature: Feature,
  pipeline: Pipeline,
): readonly string[] {
  const filter = textsIn(sectionValues(model, feature).destinations)
  return selectDestinations(model.destinations, pipeline, filter).names
}

/** A pipeline of a feature with all that decides where its data goes. */
export function flowOf(model: Model, feature: Feature, pipeline: Pipeline): Flow {
  return {
    destinations: model.destinations,
    processors: model.processors,
    feature: feature.path[0],
    pipeline,
    names: pipelineDestinations(model, feature, pipeline),
    chosen: textsIn(sectionValues(model, feature).dataProcessors),
  }
}

/** Whether a feature is on. */
export function isEnabled(model: Model, feature: Feature): boolean {
  if (feature.isEnabled) {
    if (!feature.isEnabled(model.root)) return false
    return feature.key !== 'selfReporting' || reportsSomewhere(model, feature)
  }
  for (let depth = 1; depth <= feature.path.length; depth += 1) {
    if (valueAt(model.root, [...feature.path.slice(0, depth), 'enabled']) !== true) return false
  }
  return true
}

/** Self-reporting is off without a word when nothing takes metrics. */
function reportsSomewhere(model: Model, feature: Feature): boolean {
  return feature.pipelines.some(
    (pipeline) => pipelineDestinations(model, feature, pipeline).length > 0,
  )
}

/**
 * The collector that a feature names, or the only one there is; '' otherwise
 * (templates/collectors/_collector_helpers.tpl, `collectors.getCollectorForFeature`).
 */
export function collectorOf(model: Model, feature: Feature): string {
  const own = featureValues(model, feature).collector
  if (typeof own === 'string' && own !== '') return own
  const shared = sectionValues(model, feature).collector
  if (typeof shared === 'string' && shared !== '') return shared
  const enabled = enabledCollectors(model)
  if (feature.key === 'selfReporting') {
    const chosen = selfReportingCollector(model, feature, enabled)
    if (chosen !== '') return chosen
  }
  return enabled.length === 1 ? (enabled[0] ?? '') : ''
}

/** Singleton first, then whoever sends metrics anyway, then the first. */
function selfReportingCollector(model: Model, self: Feature, enabled: readonly string[]): string {
  if (!isEnabled(model, self)) return ''
  const singleton = enabled.find((name) =>
    textsIn(model.collectors.get(name)?.presets).includes('singleton'),
  )
  if (singleton !== undefined) return singleton
  for (const feature of features) {
    if (feature.key === self.key || !sendsAnyway(model, feature)) continue
    const takesMetrics = bringing(model, feature)
      .flatMap((pipeline) => pipelineDestinations(model, feature, pipeline))
      .some((name) => {
        const destination = model.destinations.get(name)
        return destination?.unit.supports(destination.context.values, 'metrics')
      })
    if (takesMetrics) {
      const collector = collectorOf(model, feature)
      if (collector !== '') return collector
    }
  }
  return enabled[0] ?? ''
}

/** Integrations bring their metrics destinations along even when none is configured. */
function sendsAnyway(model: Model, feature: Feature): boolean {
  return feature.key === 'integrations' || isEnabled(model, feature)
}

/** The pipelines whose destinations a feature brings along, whether or not it sends anything there. */
function bringing(model: Model, feature: Feature): readonly Pipeline[] {
  if (feature.key !== 'integrations') return feature.pipelines
  return feature.pipelines.filter(
    (pipeline) => pipeline.signal === 'metrics' || feature.usesPipeline?.(model.root, pipeline),
  )
}

/** The pipelines that a feature really sends. */
export function activePipelines(model: Pick<Model, 'root'>, feature: Feature): readonly Pipeline[] {
  return feature.pipelines.filter(
    (pipeline) => feature.usesPipeline?.(model.root, pipeline) ?? true,
  )
}

/** Names of all destinations that a feature brings to its collector's config. */
export function featureDestinations(model: Model, feature: Feature): readonly string[] {
  if (!sendsAnyway(model, feature)) return []
  return bringing(model, feature).flatMap((pipeline) =>
    pipelineDestinations(model, feature, pipeline),
  )
}

/** Every feature that is on, in the chart's order, with its collector. */
export function assign(model: Model): readonly Assignment[] {
  return features
    .filter((feature) => isEnabled(model, feature))
    .map((feature) => ({ feature, collector: collectorOf(model, feature) }))
}
