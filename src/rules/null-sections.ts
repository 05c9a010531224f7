import { valueAt } from '../base/record'
import type { Fix, Path } from '../diagnostics/diagnostic'
import { authenticationType } from '../pipelines/secrets'
import type { Option } from '../values/options'
import type { Rule, RuleInput } from './types'

/**
 * Sections that may be null although the chart looks into most others: it asks for them first, or not
 * at all. `*` stands for one key; destinations have their type in place of their name. Found by trying each with the chart, alone and with its switches on.
 */
const tolerated: readonly string[] = [
  'global.image',
  'applicationObservability.processors.filter',
  'applicationObservability.processors.grafanaCloudMetrics',
  'applicationObservability.processors.resourceDetection.env',
  'applicationObservability.processors.resourceDetection.kubernetesNode',
  'applicationObservability.processors.resourceDetection.system',
  'applicationObservability.receivers.otlp.grpc.keepalive.enforcementPolicy',
  'applicationObservability.receivers.otlp.grpc.keepalive.serverParameters',
  'clusterMetrics.kube-state-metrics',
  'destinations.*.auth.oauth2.tls',
  'destinations.*.auth.sigv4',
  'destinations.*.auth.sigv4.assumeRole',
  'destinations.*.processors.tailSampling.collector',
  'destinations.*.processors.tailSampling.collector.controller',
  'destinations.*.processors.tailSampling.decisionCache',
  'destinations.custom.profiles',
  'destinations.*.secret.sigv4',
  'destinations.*.secret.sigv4.assumeRole',
  'destinations.*.tls',
  'destinations.custom.traces',
  'integrations.*.instances.*.databaseObservability.cloudProvider',
  'integrations.*.instances.*.databaseObservability.cloudProvider.*',
  'integrations.*.instances.*.exporter.dataSource.auth',
  'integrations.grafana.instances.*.logs.tuning',
  'integrations.mimir.instances.*.logs.tuning',
  'integrations.tempo.instances.*.logs.tuning',
  'telemetryServices.*.rbac.customResourceState',
  'telemetryServices.k8s-manifest-tail.config.logging',
  'telemetryServices.k8s-manifest-tail.config.output',
  'telemetryServices.opencost.external',
  'telemetryServices.opencost.external.nodeLabels',
  'telemetryServices.opencost.opencost.dataRetention',
  'telemetryServices.opencost.opencost.exporter.prometheusDataSource',
]

/** What else must not be null, be it a list, a map or a scalar: looked into, or of a type in the schema. */
const refused: readonly string[] = [
  '*.collector',
  '*.dataProcessors',
  '*.destinations',
  'autoInstrumentation.beyla.config.data',
  'autoInstrumentation.beyla.config.skipConfigMapCheck',
  'autoInstrumentation.beyla.deliverTracesToApplicationObservability',
  'autoInstrumentation.beyla.extraDiscoveryRules',
  'autoInstrumentation.beyla.extraMetricProcessingRules',
  'autoInstrumentation.beyla.labelMatchers',
  'autoInstrumentation.beyla.metricsTuning.excludeMetrics',
  'autoInstrumentation.beyla.metricsTuning.includeMetrics',
  'autoInstrumentation.beyla.portConflictCheck',
  'autoInstrumentation.beyla.scrapeInterval',
  'autoInstrumentation.beyla.service.targetPort',
  'destinations.custom.config',
  'destinations.*.metricEnrichment.namespaceLabels',
  'destinations.*.metricEnrichment.podLabels',
  'integrations.loki.instances.*.logs.tuning.structuredMetadata',
  'nodeLogs.journal.units',
  'nodeLogs.structuredMetadata',
  'podLogsViaKubernetesApi.annotationSelector',
  'podLogsViaLoki.annotationSelector',
  'windowsEventLogs.structuredMetadata',
]

const matches = (path: Path, pattern: string): boolean => {
  const steps = pattern.split('.')
  return (
    steps.length === path.length &&
    steps.every((step, index) => step === '*' || step === String(path[index]))
  )
}

const oneOf = (path: Path, patterns: readonly string[]) =>
  patterns.some((pattern) => matches(path, pattern))

/** A path with the type of a destination in place of its name. */
function typed({ model }: RuleInput, path: Path): Path {
  const [section, name, ...rest] = path
  if (section !== 'destinations' || name === undefined) return path
  return [section, model.destinations.get(String(name))?.type ?? name, ...rest]
}

/** Whether every switch on the way to a path is on; what has none is on. */
function isOn(tree: unknown, path: Path): boolean {
  return path.every((_, depth) => {
    const found = valueAt(tree, [...path.slice(0, depth), 'enabled'])
    // The control plane's parts follow a switch of their own when they say nothing.
    const on = found === null ? valueAt(tree, ['clusterMetrics', 'controlPlane', 'enabled']) : found
    return on === undefined || on === true
  })
}

/** Whether the chart uses what stands at a path, so that it would look into it. */
function isUsed({ model, collectors }: RuleInput, path: Path): boolean {
  const [section, name, ...rest] = path
  switch (section) {
    case 'destinations': {
      const destination = model.destinations.get(String(name))
      const sent = collectors.some(({ destinations }) => destinations.includes(String(name)))
      if (!destination || destination.disabled || !sent) return false
      const { values } = destination.context
      if (rest.join('.') === 'auth.oauth2') return authenticationType(values) === 'oauth2'
      return isOn(values, rest)
    }
    case 'integrations': {
      const part = String(rest[2] ?? '')
      const exports = !['exporter', 'secret', 'databaseObservability'].includes(part)
      const metrics = [...path.slice(0, 4), 'metrics', 'enabled']
      return (exports || valueAt(model.root, metrics) === true) && isOn(model.root, path)
    }
    case 'telemetryServices':
      return (
        valueAt(model.root, [section, String(name), 'deploy']) === true && isOn(model.root, path)
      )
    default:
      return isOn(model.root, path)
  }
}

/** Whether the chart breaks off at a section that is null, or that is there and holds nothing. */
function refusesSection(input: RuleInput, path: Path): boolean {
  const [section = '', name = ''] = path
  if (oneOf(typed(input, path), tolerated)) return false
  if (matches(path, 'applicationObservability.connectors.spanMetrics.histogram.explicit')) {
    const type = valueAt(input.model.root, [...path.slice(0, -1), 'type'])
    if (type !== 'explicit') return false
  }
  if (matches(path, 'applicationObservability.connectors.spanMetrics.histogram.exponential')) {
    return false
  }
  switch (section) {
    case 'global':
    case 'selfReporting':
      return path.length === 1
    case 'integrations':
      if (path.length === 2) return name === 'mysql' || name === 'postgresql'
      return path.length > 3 && isUsed(input, path)
    case 'destinations':
    case 'telemetryServices':
      return path.length > 2 && isUsed(input, path)
    // Processors have a finding for each null, and collectors a check of their own.
    case 'dataProcessors':
    case 'collectors':
    case 'collectorCommon':
    case 'replaceComponent':
    case 'alloy-operator':
    case 'cluster':
      return false
    default:
      return path.length > 1 && isUsed(input, path)
  }
}

/** Whether null is refused at a path where a section could not stand. */
function refusesValue(input: RuleInput, path: Path): boolean {
  const [section = '', name = ''] = path
  if (section === 'dataProcessors') return path.length > 2
  if (section === 'telemetryServices') return path.length === 3 && path[2] === 'deploy'
  if (section === 'collectors' || section === 'collectorCommon') return false
  if (path.length === 2 && name === 'enabled') {
    return Object.hasOwn(input.options.fields, section) && section !== 'selfReporting'
  }
  if (section === 'selfReporting') return false
  if (!oneOf(typed(input, path), refused)) return false
  // The schema judges Beyla's values whether or not a part of them is on.
  return section === 'autoInstrumentation'
    ? valueAt(input.model.root, [section, 'enabled']) === true
    : isUsed(input, path)
}

function report({ model }: RuleInput, path: Path, option?: Option): void {
  const fixes: Fix[] = [
    { title: 'Leave it out, to have the defaults', edits: [{ path, remove: true }], safe: true },
  ]
  if (option?.type === 'group' && 'enabled' in option.fields) {
    const edits = [{ path, value: { enabled: false } }]
    fixes.push({ title: 'Switch it off', edits, safe: false })
  }
  model.report({
    code: 'values.null-section',
    path,
    message: `With null in place of ${path.at(-1)}, nothing is left where the chart expects something, and Helm stops with an error. Leave the key out to have the defaults.`,
    fixes,
  })
}

/** Parts of a collector that the chart looks into for every collector. */
const collectorParts = ['alloy', 'controller', 'liveDebugging', 'logging', 'remoteConfig']
/** Of these it looks at what the collector itself says only. */
const ownParts: readonly (readonly string[])[] = [
  ['extraService'],
  ['alloy', 'clustering'],
  ['fullnameOverride'],
]
/** Where Self Reporting puts its volume. */
const mountParts: readonly (readonly string[])[] = [
  ['alloy', 'mounts'],
  ['controller', 'volumes'],
]

/** Nulls in collectors, whose layers are merged with the nulls in them. */
function checkCollectors(input: RuleInput): void {
  const { model, assignments, collectors } = input
  const { user } = model.root
  const common = ['collectorCommon', 'alloy']
  for (const path of [['collectorCommon'], common]) {
    if (valueAt(user, path) === null) report(input, path)
  }
  for (const { view } of collectors) {
    const own = ['collectors', view.name]
    for (const key of collectorParts) {
      if (valueAt(user, [...own, key]) === null) report(input, [...own, key])
      else if (view.spec[key] === null) report(input, [...common, key])
    }
    for (const part of ownParts) {
      if (valueAt(user, [...own, ...part]) === null) report(input, [...own, ...part])
    }
    const reports = assignments.some(
      ({ feature, collector }) => feature.key === 'selfReporting' && collector === view.name,
    )
    for (const part of reports ? mountParts : []) {
      if (valueAt(user, [...own, ...part]) === null) report(input, [...own, ...part])
    }
  }
}

/**
 * Nulls where the chart does not stand them. Helm takes a null for "without the default", and where
 * the chart then looks into what is gone, or its schema wants a type, it breaks off.
 */
export const nullSections: Rule = (input) => {
  for (const { option, value, path } of input.written) {
    if (value !== null || path.length === 0) continue
    const isSection = option.type === 'group'
    if (option.nullable && !oneOf(path, refused)) continue
    if (isSection ? refusesSection(input, path) : refusesValue(input, path)) {
      report(input, path, option)
    } else if (isSection && path[0] === 'dataProcessors' && path.length > 2) {
      report(input, path, option)
    }
  }
  checkCollectors(input)
}
