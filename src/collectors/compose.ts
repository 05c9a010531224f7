import type { Statement } from '../alloy/ast'
import { block, comment, component, rawStatements, withOrigin } from '../alloy/build'
import { isRecord, valueAt } from '../base/record'
import { mimirRules } from '../destinations/prometheus'
import type { Path } from '../diagnostics/diagnostic'
import { features } from '../features'
import type { CollectorView, Feature } from '../features/types'
import { type SecretHolder, secretComponent, secretHolder } from '../pipelines/secrets'
import { printValue } from '../values/helm'
import type { Pipeline } from '../values/signals'
import {
  activePipelines,
  collectorOf,
  enabledCollectors,
  featureDestinations,
  flowOf,
} from './assignment'
import { featureContext } from './feature-context'
import { pipelineBoundary, pipelineTargets, sharedComponents } from './pipeline'
import { remoteConfigStatements } from './remote-config'
import type { Assignment, Model } from './types'
import { userTemplate } from './user-template'

/** One collector's config before it is printed. */
export interface Composition {
  readonly statements: readonly Statement[]
  /** Names of the destinations in it, sorted. */
  readonly destinations: readonly string[]
}

const textsIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []

/** The destinations in a collector's config: those that it includes, its features', and what routers hand on to. */
function destinationNames(model: Model, collector: CollectorView): string[] {
  const names = new Set(textsIn(model.collectors.get(collector.name)?.includeDestinations))
  for (const feature of features) {
    if (collectorOf(model, feature) !== collector.name) continue
    for (const name of featureDestinations(model, feature)) names.add(name)
  }
  for (const name of [...names]) {
    const destination = model.destinations.get(name)
    if (!destination || destination.disabled) continue
    for (const next of destination.unit.downstream?.(destination.context.values) ?? []) {
      if (model.destinations.get(next)?.disabled === false) names.add(next)
    }
  }
  return [...names].filter((name) => model.destinations.has(name)).sort()
}

/** A feature's module and its instance. */
function moduleStatements(
  model: Model,
  feature: Feature,
  releaseInfoName: string,
): readonly Statement[] {
  const context = featureContext(model, feature, releaseInfoName)
  const targets = (pipeline: Pipeline) => pipelineTargets(flowOf(model, feature, pipeline))
  if (feature.include) return feature.include(context, targets)
  const argument = (pipeline: Pipeline) => `${pipeline.signal}_destinations`
  return [
    component('declare', feature.module, {}, [
      feature.pipelines.map((pipeline) => component('argument', argument(pipeline))),
      feature.build(context),
    ]),
    component(
      feature.module,
      'feature',
      Object.fromEntries(feature.pipelines.map((one) => [argument(one), targets(one)])),
    ),
  ]
}

/** What stands between a feature and its destinations; the parts of one section share it. */
function boundaryStatements(model: Model, feature: Feature): readonly Statement[] {
  const pipelines =
    feature.key === 'integrations' ? activePipelines(model, feature) : feature.pipelines
  return pipelines.flatMap((pipeline) => pipelineBoundary(flowOf(model, feature, pipeline)))
}

function secretStatements(holder: SecretHolder): readonly Statement[] {
  const made = secretComponent(holder)
  return made ? [made] : []
}

/** `logging` and `livedebugging`, where they differ from Alloy's own defaults. */
function settingsStatements(spec: Readonly<Record<string, unknown>>): readonly Statement[] {
  const level = valueAt(spec, ['logging', 'level'])
  const format = valueAt(spec, ['logging', 'format'])
  const live = valueAt(spec, ['liveDebugging', 'enabled'])
  return [
    ...(level !== 'info' || format !== 'logfmt'
      ? [block('logging', { level: printValue(level), format: printValue(format) })]
      : []),
    ...(live ? [block('livedebugging', { enabled: true })] : []),
  ]
}

/** What every Alloy has of its own: settings, remote configuration, the user's own Alloy. */
export function ownStatements(
  model: Model,
  collector: CollectorView,
  path: Path,
): readonly Statement[] {
  const unit = `collectors/${collector.name}`
  const extraPath = [...path, 'extraConfig']
  const { extraConfig } = collector.spec
  const extra =
    typeof extraConfig === 'string' && extraConfig !== ''
      ? userTemplate(model, extraConfig, extraPath, collector.name)
      : ''
  return [
    ...withOrigin(settingsStatements(collector.spec), { unit, path }),
    ...withOrigin(remoteConfigStatements(model, collector), {
      unit,
      path: [...path, 'remoteConfig'],
    }),
    ...rawStatements(extra, { unit, path: extraPath }),
  ]
}

/**
 * A collector's whole config, in the chart's order (templates/alloy-config.yaml): features, settings,
 * remote configuration, the user's own Alloy, rules, destinations.
 */
export function compose(
  model: Model,
  collector: CollectorView,
  assignments: readonly Assignment[],
  releaseInfoName: string,
): Composition {
  const own = assignments.filter((assignment) => assignment.collector === collector.name)
  const path = ['collectors', collector.name]
  const names = destinationNames(model, collector)
  const first = enabledCollectors(model)[0] ?? ''
  const statements: Statement[] = []
  const bounded = new Set<string>()
  for (const { feature } of own) {
    const module = moduleStatements(model, feature, releaseInfoName)
    if (module.length === 0) continue
    const made = bounded.has(feature.path[0])
      ? module
      : [...module, ...boundaryStatements(model, feature)]
    bounded.add(feature.path[0])
    statements.push(comment(`Feature: ${feature.title}`))
    statements.push(...withOrigin(made, { unit: `features/${feature.key}`, path: feature.path }))
  }
  statements.push(...sharedComponents(model.processors, statements))
  statements.push(...ownStatements(model, collector, path))
  for (const destination of model.destinations.values()) {
    if (destination.disabled || destination.type !== 'prometheus') continue
    const origin = {
      unit: `destinations/${destination.name}`,
      path: [...destination.context.path, 'rules'],
    }
    statements.push(...withOrigin(mimirRules(destination.context, collector.name, first), origin))
  }
  for (const name of names) {
    const destination = model.destinations.get(name)
    if (!destination) continue
    const { unit: kind, context } = destination
    const holder = secretHolder(context, kind.secretFields)
    statements.push(comment(`Destination: ${name} (${kind.type})`))
    statements.push(
      ...withOrigin([...kind.build(context), ...secretStatements(holder)], {
        unit: `destinations/${name}`,
        path: context.path,
      }),
    )
  }
  return { statements, destinations: names }
}

/** A collector's controller, as the Alloy chart would choose it when nothing is said. */
export function controllerType(
  spec: Readonly<Record<string, unknown>>,
): 'daemonset' | 'deployment' | 'statefulset' {
  const type = valueAt(spec, ['controller', 'type'])
  return type === 'deployment' || type === 'statefulset' ? type : 'daemonset'
}

/** How many replicas a collector asks for; one where its controller has no such number. */
export function replicasOf(spec: Readonly<Record<string, unknown>>): number {
  const replicas = valueAt(spec, ['controller', 'replicas'])
  return typeof replicas === 'number' ? replicas : 1
}

/** The map at a path of a spec; empty where there is none. */
export function mapAt(
  spec: Readonly<Record<string, unknown>>,
  path: readonly string[],
): Readonly<Record<string, unknown>> {
  const found = valueAt(spec, path)
  return isRecord(found) ? found : {}
}
