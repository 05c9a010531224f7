import { lazy, memo } from './base/memo'
import { isRecord, valueAt } from './base/record'
import { setIn } from './base/tree'
import {
  activePipelines,
  assign,
  collectorOf,
  enabledCollectors,
  featureValues,
  isEnabled,
  pipelineDestinations,
  sectionValues,
} from './collectors/assignment'
import { compose } from './collectors/compose'
import { commonLayers, influenceCollectors, viewCollector } from './collectors/influence'
import { type Role, roles } from './collectors/roles'
import { type Stability, unstableComponents } from './collectors/stability'
import type { Model } from './collectors/types'
import type { Diagnostic, Edit, Path } from './diagnostics/diagnostic'
import { Findings } from './diagnostics/findings'
import { features } from './features'
import { openCostSettings } from './features/cost-metrics/opencost'
import type { Feature, ReceiverPort } from './features/types'
import { generate } from './generate'
import { readModel } from './model'
import { mayHaveMany } from './rules/clustering'
import { isEmpty } from './values/helm'

/** Values as the chart takes them. */
export type Values = Readonly<Record<string, unknown>>

/** Something that the user need not say, said for them. */
export interface Decision {
  readonly path: Path
  readonly value: unknown
  /** What was set, in words. */
  readonly what: string
  /** Why, in a sentence. */
  readonly why: string
}

/** Most steps add nothing, so that the next one has the same values. */
const modelOf = memo((values: Values) =>
  readModel(values, { name: 'release', namespace: 'default' }, new Findings()),
)

/** The values as they grow, with the reason for each growth. */
class Completion {
  values: Values
  readonly decisions: Decision[] = []

  constructor(values: Values) {
    this.values = values
  }

  has(path: Path): boolean {
    return valueAt(this.values, path) !== undefined
  }

  /** Sets what the user has not said; true if there was something to say. */
  say(path: Path, value: unknown, what: string, why: string): boolean {
    if (this.has(path) || !this.#reachable(path)) return false
    this.set(path, value, what, why)
    return true
  }

  set(path: Path, value: unknown, what: string, why: string): void {
    this.values = setIn(this.values, path, value) as Values
    this.decisions.push({ path, value, what, why })
  }

  model(): Model {
    return modelOf(this.values)
  }

  /** Nothing is written where the user has something other than a map. */
  #reachable(path: Path): boolean {
    return path.every((_, depth) => {
      const found = valueAt(this.values, path.slice(0, depth))
      return found === undefined || isRecord(found)
    })
  }
}

/** Where the wizard would run a feature: its role, or a sister of it for another kind of node. */
interface Home {
  readonly name: string
  readonly presets: readonly string[]
  readonly why: string
}

/** Presets that choose the controller; the first listed wins, so a collector gets one of them. */
const controllerPresets: ReadonlySet<string> = new Set([
  'daemonset',
  'deployment',
  'singleton',
  'statefulset',
])

function homeOf(model: Model, feature: Feature): Home {
  const role = roles.find(({ name }) => name === feature.home) ?? (roles[0] as Role)
  const needed = feature.needs(featureValues(model, feature), model.root).presets ?? []
  if (needed.includes('windows')) {
    return {
      name: `${role.name}-windows`,
      presets: [...needed, 'daemonset'],
      why: `${feature.title} runs on Windows nodes, which need a collector of their own.`,
    }
  }
  if (needed.includes('daemonset') && !role.presets.includes('daemonset')) {
    return {
      name: `${role.name}-nodes`,
      presets: needed,
      why: `${feature.title} reads each node itself, so it needs a collector on every node.`,
    }
  }
  return { name: role.name, presets: [...needed, ...role.presets], why: role.why }
}

/** Presets without repetition, with one controller at most: the last, which is the role's own. */
function tidyPresets(names: readonly string[]): string[] {
  const controller = names.filter((name) => controllerPresets.has(name)).at(-1)
  const others = names.filter((name) => !controllerPresets.has(name))
  return [...new Set([...others, ...(controller === undefined ? [] : [controller])])]
}

/** Features in need of a collector: Self-reporting chooses its own among those that there are. */
function placed(model: Model): Feature[] {
  return features
    .filter(({ key }) => key !== 'selfReporting')
    .filter((feature) => isEnabled(model, feature))
}

/** Settings and services that features cannot do without; they may turn on further features. */
function completeNeeds(completion: Completion): void {
  for (let round = 0; round < features.length; round += 1) {
    const before = completion.decisions.length
    const model = completion.model()
    for (const feature of placed(model)) {
      const needs = feature.needs(featureValues(model, feature), model.root)
      for (const { path, value, why } of needs.values ?? []) {
        completion.say(path, value, `${path.join('.')} is set`, why)
      }
      for (const { name, why } of needs.services ?? []) {
        completion.say(['telemetryServices', name, 'deploy'], true, `${name} is deployed`, why)
      }
    }
    if (completion.decisions.length === before) return
  }
}

/** Tells OpenCost where the metrics are that it works with, if this release deploys it. */
function completeOpenCost(completion: Completion): void {
  const model = completion.model()
  const feature = features.find(({ key }) => key === 'costMetrics')
  if (!feature || !isEnabled(model, feature)) return
  if (valueAt(model.root, ['telemetryServices', 'opencost', 'deploy']) !== true) return
  if (valueAt(completion.values, ['telemetryServices', 'opencost', 'metricsSource']) === 'custom')
    return
  const sources = feature.pipelines
    .flatMap((pipeline) => pipelineDestinations(model, feature, pipeline))
    .flatMap((name) => model.destinations.get(name) ?? [])
  for (const { path, value, why } of openCostSettings(sources, model.cluster.name)) {
    completion.say(path, value, `${path.slice(1).join('.')} is set`, why)
  }
}

/** Signals of one feature that nothing takes are switched off, as long as another goes somewhere. */
function completeSignals(completion: Completion): void {
  const model = completion.model()
  for (const feature of placed(model)) {
    if (!feature.usesPipeline || feature.key === 'integrations') continue
    const active = feature.pipelines.filter((pipeline) =>
      feature.usesPipeline?.(model.root, pipeline),
    )
    const lost = active.filter(
      (pipeline) => pipelineDestinations(model, feature, pipeline).length === 0,
    )
    if (lost.length === active.length) continue
    for (const { signal } of lost) {
      completion.say(
        [...feature.path, signal, 'enabled'],
        false,
        `${feature.title} leaves out ${signal}`,
        `No destination takes ${signal}, and the chart refuses a signal that goes nowhere.`,
      )
    }
  }
}

/** Whether a feature may stay on the only collector that there is, to which the chart gives it unasked. */
function suitsOnly(model: Model, feature: Feature, home: Home, only: string): boolean {
  if (only === home.name || !roles.some(({ name }) => name === only)) return true
  const { spec } = viewCollector(model, only, commonLayers(model))
  const presets = model.collectors.get(only)?.presets
  const listed: readonly unknown[] = Array.isArray(presets) ? presets : []
  const needed = feature.needs(featureValues(model, feature), model.root).presets ?? []
  return (
    needed.every((name) => listed.includes(name)) &&
    (!feature.needsClustering(featureValues(model, feature), model.root) ||
      !mayHaveMany(spec) ||
      !isEmpty(valueAt(spec, ['alloy', 'clustering', 'enabled'])))
  )
}

/** Whether the user has said where a feature, or the section that it is a part of, runs. */
function saysWhere(model: Model, feature: Feature): boolean {
  return [featureValues(model, feature), sectionValues(model, feature)].some(
    ({ collector }) => !isEmpty(collector),
  )
}

/** Gives every feature a collector. */
function completeAssignments(completion: Completion): void {
  const model = completion.model()
  const enabled = enabledCollectors(model)
  const only = enabled.length === 1 ? enabled[0] : undefined
  const open = placed(model).filter(
    (feature) =>
      !saysWhere(model, feature) &&
      (feature.key !== 'integrations' || activePipelines(model, feature).length > 0),
  )
  const place = (feature: Feature, name: string, why: string) => {
    const part = feature.path.length > 1 && feature.section !== undefined
    completion.say(
      [...(part ? feature.path : [feature.path[0]]), 'collector'],
      name,
      `${feature.title} runs on ${name}`,
      why,
    )
  }
  const homes = open.map((feature) => ({ feature, home: homeOf(model, feature) }))
  const staying = homes.filter(
    ({ feature, home }) => only !== undefined && suitsOnly(model, feature, home, only),
  )
  const leaving = homes.filter((one) => !staying.includes(one))
  for (const { feature, home } of leaving) place(feature, home.name, home.why)
  // A lone collector gets its features unasked; once there is another, they have to be named.
  if (leaving.length === 0 || only === undefined) return
  for (const { feature } of staying) place(feature, only, `It ran on ${only}, and stays there.`)
}

/** Makes the collectors that features name and that are not there. */
function completeCollectors(completion: Completion): void {
  const model = completion.model()
  const { values } = completion
  const diagnostics = lazy(() => generate(values).diagnostics)
  const wanted = new Map<string, { home: Home; feature: Feature }[]>()
  for (const feature of placed(model)) {
    const name = collectorOf(model, feature)
    if (name === '') continue
    wanted.set(name, [...(wanted.get(name) ?? []), { home: homeOf(model, feature), feature }])
  }
  for (const [name, guests] of wanted) {
    const known = guests.some(({ home }) => home.name === name)
    const written = model.collectors.get(name)
    if (written && (!known || saysHowItRuns(written) || !isRefused(diagnostics(), name))) continue
    if (!written && !known && model.collectors.size > 0) continue
    const presets = tidyPresets(guests.flatMap(({ home }) => home.presets))
    const titles = guests.map(({ feature }) => feature.title).join(', ')
    const why = guests.find(({ home }) => home.name === name)?.home.why ?? guests[0]?.home.why ?? ''
    completion.say(['collectors', name, 'presets'], presets, `${name} is made for ${titles}`, why)
  }
}

/** Whether a collector that is there could not run its features as it is. */
function isRefused(diagnostics: readonly Diagnostic[], collector: string): boolean {
  return diagnostics.some(
    ({ severity, path }) =>
      severity === 'error' && path[0] === 'collectors' && path[1] === collector,
  )
}

/** Whether the user has already said what kind of workload a collector is. */
function saysHowItRuns(collector: Values): boolean {
  return (
    Object.hasOwn(collector, 'presets') || valueAt(collector, ['controller', 'type']) !== undefined
  )
}

/** Adds clustering to the collectors made here where a feature needs it. */
function completeClustering(completion: Completion, made: ReadonlySet<string>): void {
  const model = completion.model()
  const layers = commonLayers(model)
  for (const { feature, collector } of assign(model)) {
    if (!made.has(collector) || !feature.needsClustering(featureValues(model, feature), model.root))
      continue
    const { spec, presets } = viewCollector(model, collector, layers)
    if (!mayHaveMany(spec) || !isEmpty(valueAt(spec, ['alloy', 'clustering', 'enabled']))) continue
    if (presets.includes('clustered')) continue
    completion.set(
      ['collectors', collector, 'presets'],
      ['clustered', ...presets],
      `${collector} is clustered`,
      `${feature.title} would be collected once by each instance otherwise.`,
    )
  }
}

const samePort = (a: unknown, b: ReceiverPort): boolean => isRecord(a) && a.targetPort === b.port

/**
 * Lists receivers' ports by hand where several features have some on one collector: the chart adds
 * only the first feature's.
 */
function completePorts(completion: Completion): void {
  const model = completion.model()
  const layers = commonLayers(model)
  const receivers = new Map<string, { feature: Feature; ports: readonly ReceiverPort[] }[]>()
  for (const { feature, collector } of assign(model)) {
    const ports = feature.ports?.(featureValues(model, feature)) ?? []
    if (ports.length === 0 || collector === '') continue
    receivers.set(collector, [...(receivers.get(collector) ?? []), { feature, ports }])
  }
  for (const [collector, guests] of receivers) {
    if (guests.length < 2) continue
    const { spec } = viewCollector(model, collector, layers)
    const open = valueAt(spec, ['alloy', 'extraPorts'])
    const there: unknown[] = Array.isArray(open) ? open : []
    const missing = guests
      .flatMap(({ ports }) => ports)
      .filter((port) => !there.some((one) => samePort(one, port)))
    if (missing.length === 0) continue
    completion.say(
      ['collectors', collector, 'alloy', 'extraPorts'],
      [
        ...there,
        ...missing.map(({ name, port, protocol, appProtocol }) => ({
          name,
          port,
          targetPort: port,
          protocol,
          ...(appProtocol !== undefined && { appProtocol }),
        })),
      ],
      `${collector} opens the ports of ${guests.map(({ feature }) => feature.title).join(' and ')}`,
      'The chart opens the ports of one feature only when several have receivers on one collector.',
    )
  }
}

/** Raises stability levels as far as the configs need it. */
function completeStability(completion: Completion): void {
  const read = completion.model()
  const assignments = assign(read)
  const model = influenceCollectors(read, assignments, 'release-info')
  const layers = commonLayers(model)
  for (const name of enabledCollectors(model)) {
    const view = viewCollector(model, name, layers)
    if (valueAt(view.spec, ['alloy', 'stabilityLevel']) !== undefined) continue
    const found = unstableComponents(compose(model, view, assignments, 'release-info').statements)
    if (found.length === 0) continue
    const level: Stability = found.some((one) => one.level === 'experimental')
      ? 'experimental'
      : 'public-preview'
    completion.say(
      ['collectors', name, 'alloy', 'stabilityLevel'],
      level,
      `${name} allows ${level} components`,
      `Its config uses ${found.map((one) => one.name).join(', ')}, which Alloy runs at that level only.`,
    )
  }
}

/**
 * Fills in what the user need not say: collectors, presets, assignments, telemetry services, ports
 * and stability levels. What the choices say is kept, and complete values come back unchanged.
 */
export function complete(choices: unknown): { values: Values; decisions: readonly Decision[] } {
  const completion = new Completion(isRecord(choices) ? choices : {})
  completeNeeds(completion)
  completeOpenCost(completion)
  completeSignals(completion)
  completeAssignments(completion)
  completeCollectors(completion)
  const made = new Set(
    completion.decisions.flatMap(({ path }) =>
      path[0] === 'collectors' && path[2] === 'presets' ? [String(path[1])] : [],
    ),
  )
  completeClustering(completion, made)
  completePorts(completion)
  completeStability(completion)
  return { values: completion.values, decisions: completion.decisions }
}

/**
 * Edits of completed values, made fit for the choices: whoever changes a part of a collector that
 * was decided for them means the rest of it to stay as decided, so that is written down too.
 */
export function adoptDecisions(
  edits: readonly Edit[],
  decisions: readonly Decision[],
): readonly Edit[] {
  const touched = new Set(
    edits.flatMap(({ path }) => (path[0] === 'collectors' && path.length > 2 ? [path[1]] : [])),
  )
  const adopted = decisions.filter(
    ({ path }) =>
      path[0] === 'collectors' &&
      touched.has(path[1] ?? '') &&
      !edits.some((edit) => startsWith(path, edit.path) || startsWith(edit.path, path)),
  )
  return [...adopted.map(({ path, value }) => ({ path, value })), ...edits]
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((key, index) => path[index] === key)
}
