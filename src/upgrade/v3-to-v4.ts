import { isRecord, setOwn } from '../base/record'
import type { Path } from '../diagnostics/diagnostic'
import { valuesOptions } from '../options'
import { printValue } from '../values/helm'
import { optionAt } from '../values/schema'
import { Draft, isOn, type Note, type Tree, withoutGaps } from './draft'

/** The collectors that chart 3 had by name, and the presets that make the same of them in chart 4. */
const collectorPresets: Readonly<Record<string, readonly string[]>> = {
  'alloy-metrics': ['clustered', 'statefulset'],
  'alloy-logs': ['filesystem-log-reader', 'daemonset'],
  'alloy-singleton': ['singleton'],
  'alloy-receiver': ['deployment'],
  'alloy-profiles': ['privileged', 'daemonset'],
}

/** The collector on which each feature ran without being asked. */
const homes: Readonly<Record<string, string>> = {
  annotationAutodiscovery: 'alloy-metrics',
  applicationObservability: 'alloy-receiver',
  autoInstrumentation: 'alloy-metrics',
  clusterEvents: 'alloy-singleton',
  clusterMetrics: 'alloy-metrics',
  nodeLogs: 'alloy-logs',
  podLogsViaKubernetesApi: 'alloy-logs',
  podLogsViaLoki: 'alloy-logs',
  podLogsViaOpenTelemetry: 'alloy-logs',
  podLogsObjects: 'alloy-logs',
  profilesReceiver: 'alloy-receiver',
  profiling: 'alloy-profiles',
  prometheusOperatorObjects: 'alloy-metrics',
}

interface Exporter {
  readonly key: string
  /** Where chart 4 keeps what is about scraping it. */
  readonly to: Path
  readonly title: string
  /** Whether chart 3 had it on with Cluster Metrics. */
  readonly standard: boolean
}

/** What Cluster Metrics scraped in chart 3 and other features scrape in chart 4. */
const exporters: readonly Exporter[] = [
  {
    key: 'node-exporter',
    to: ['hostMetrics', 'linuxHosts'],
    title: 'Node Exporter',
    standard: true,
  },
  {
    key: 'windows-exporter',
    to: ['hostMetrics', 'windowsHosts'],
    title: 'Windows Exporter',
    standard: true,
  },
  { key: 'kepler', to: ['hostMetrics', 'energyMetrics'], title: 'Kepler', standard: false },
  { key: 'opencost', to: ['costMetrics', 'opencost'], title: 'OpenCost', standard: false },
]

function upgradeDestinations(draft: Draft): void {
  const list = draft.at(['destinations'])
  const byName = draft.take(['destinationsMap'])
  const out: Record<string, unknown> = {}
  if (isRecord(byName)) {
    for (const [name, destination] of Object.entries(byName)) setOwn(out, name, destination)
  }
  if (Array.isArray(list)) {
    list.forEach((destination: unknown, index) => {
      if (!isRecord(destination)) return
      const { name: given, ...rest } = destination
      const base =
        typeof given === 'string' && given !== '' ? given : printValue(rest.type ?? 'destination')
      let name = base
      for (let count = 2; Object.hasOwn(out, name); count += 1) name = `${base}-${count}`
      setOwn(out, name, rest)
      draft.note({
        kind: name === given ? 'moved' : 'changed',
        from: ['destinations', index],
        to: ['destinations', name],
        message:
          name === given
            ? `The destination ${name} stands under its name now.`
            : `Destinations need names of their own; this one is called ${name} now.`,
      })
    })
  } else if (isRecord(list)) {
    for (const [name, destination] of Object.entries(list)) setOwn(out, name, destination)
  }
  if (list !== undefined || byName !== undefined) draft.set(['destinations'], out)
}

function upgradeCollectors(draft: Draft): void {
  for (const [name, presets] of Object.entries(collectorPresets)) {
    const value = draft.take([name])
    if (!isRecord(value)) continue
    const { enabled, ...rest } = value
    if (enabled !== true) {
      if (Object.keys(rest).length > 0) {
        draft.note({
          kind: 'dropped',
          from: [name],
          message: `${name} was not enabled, so its settings did nothing.`,
        })
      }
      continue
    }
    draft.set(['collectors', name], { presets, ...rest })
    draft.note({
      kind: 'moved',
      from: [name],
      to: ['collectors', name],
      message: `${name} is one of the collectors now; presets say what its name said before.`,
    })
    if (
      name === 'alloy-receiver' &&
      draft.at([...['collectors', name], 'controller', 'type']) === undefined
    ) {
      draft.note({
        kind: 'changed',
        to: ['collectors', name, 'presets'],
        message:
          'The receiver ran on every node before and is a Deployment now. Use the preset daemonset instead if applications send to their own node.',
      })
    }
  }
}

/** Parts a section into what is about scraping, and what is about running the service. */
function part(section: Tree, scrapePath: Path): { scrape: Tree; deploy: Tree } {
  const scrape: Record<string, unknown> = {}
  const deploy: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(section)) {
    const renamed = key === 'labelSelectors' ? 'labelMatchers' : key
    // The name of a service's chart and its settings, which stood next to the scraping before.
    const known = renamed !== 'opencost' && optionAt(valuesOptions, {}, [...scrapePath, renamed])
    if (known && renamed !== 'metricsSource') setOwn(scrape, renamed, value)
    else if (key !== 'enabled') setOwn(deploy, key, value)
  }
  return { scrape, deploy }
}

function deployService(draft: Draft, key: string, deploy: Tree, on: boolean, title: string): void {
  const service: Path = ['telemetryServices', key]
  if (!on) {
    if (Object.keys(deploy).some((name) => name !== 'deploy')) {
      draft.note({
        kind: 'dropped',
        from: ['clusterMetrics', key],
        message: `${title} was not deployed, so how to deploy it did nothing.`,
      })
    }
    return
  }
  draft.set(service, { ...draft.map(service), deploy: true, ...deploy })
  draft.note({
    kind: 'moved',
    from: ['clusterMetrics', key],
    to: service,
    message: `${title} is one of the telemetry services now, and deployed only where values say so.`,
  })
}

function upgradeStateMetrics(draft: Draft): void {
  const path: Path = ['clusterMetrics', 'kube-state-metrics']
  const { scrape, deploy } = part(draft.map(path), path)
  const wanted = isOn(draft.at([...path, 'enabled']), true) && isOn(deploy.deploy, true)
  draft.remove(path)
  if (Object.keys(scrape).length > 0) draft.set(path, scrape)
  deployService(draft, 'kube-state-metrics', deploy, wanted, 'kube-state-metrics')
}

/** How a write URL of Prometheus is asked instead. */
function queryUrl(destination: Tree): string | undefined {
  const { url } = destination
  if (typeof url !== 'string' || url === '') return undefined
  if (url.endsWith('/api/v1/write')) return url.replace(/write$/, 'query')
  return url.endsWith('/api/prom/push') ? url.replace(/\/push$/, '') : url
}

/** OpenCost asks a Prometheus; chart 3 could find it, chart 4 has to be told. */
function completeCost(draft: Draft): void {
  const path: Path = ['telemetryServices', 'opencost']
  const given = draft.at([...path, 'metricsSource'])
  const [name, destination] =
    Object.entries(draft.map(['destinations'])).find(([key, value]) =>
      typeof given === 'string' && given !== ''
        ? key === given
        : isRecord(value) && value.type === 'prometheus',
    ) ?? []
  const external: Path = [...path, 'opencost', 'prometheus', 'external', 'url']
  const cluster: Path = [...path, 'opencost', 'exporter', 'defaultClusterId']
  draft.fill([...path, 'metricsSource'], name)
  if (draft.at(external) === undefined && isRecord(destination)) {
    draft.set(external, queryUrl(destination))
    draft.note({
      kind: 'check',
      to: external,
      message:
        'OpenCost has to be told where to ask for metrics. The address was made from the destination’s; see whether it is right.',
    })
  }
  draft.fill(cluster, draft.at(['cluster', 'name']))
}

function upgradeExporter(draft: Draft, exporter: Exporter): void {
  const { key, to, title, standard } = exporter
  const from: Path = ['clusterMetrics', key]
  const section = draft.at(from)
  const present = isRecord(section)
  draft.remove(from)
  const settings: Tree = present ? section : {}
  const on = isOn(settings.enabled, standard)
  const { scrape, deploy } = part(settings, to)
  if (!on) {
    if (present && Object.keys(settings).some((name) => name !== 'enabled' && name !== 'deploy')) {
      draft.note({
        kind: 'dropped',
        from,
        message: `${title} was off, so its settings did nothing.`,
      })
    }
    return
  }
  const [feature = ''] = to
  draft.set([feature, 'enabled'], true)
  for (const shared of ['collector', 'destinations']) {
    draft.fill([feature, shared], draft.at(['clusterMetrics', shared]))
  }
  draft.set(
    to,
    feature === 'costMetrics'
      ? withoutGaps({ ...scrape, enabled: undefined })
      : { ...scrape, enabled: true },
  )
  if (feature === 'costMetrics' && Object.keys(draft.map(to)).length === 0) draft.remove(to)
  draft.note({
    kind: present ? 'moved' : 'added',
    ...(present && { from }),
    to,
    message: present
      ? `Scraping ${title} is a matter of ${feature} now.`
      : `Cluster Metrics scraped ${title} without being asked; now ${feature} says so.`,
  })
  deployService(draft, key, deploy, isOn(deploy.deploy, true), title)
  if (key === 'opencost' && isOn(deploy.deploy, true)) completeCost(draft)
}

function upgradeClusterMetrics(draft: Draft): void {
  if (draft.at(['clusterMetrics', 'enabled']) !== true) {
    for (const { key, title } of exporters) {
      draft.drop(
        ['clusterMetrics', key],
        `Cluster Metrics was off, so what was said of ${title} did nothing.`,
      )
    }
    return
  }
  draft.fill(['clusterMetrics', 'collector'], homes.clusterMetrics)
  upgradeStateMetrics(draft)
  for (const exporter of exporters) upgradeExporter(draft, exporter)
}

const podLogsBy: Readonly<Record<string, string>> = {
  volumes: 'podLogsViaLoki',
  filelog: 'podLogsViaOpenTelemetry',
  kubernetesApi: 'podLogsViaKubernetesApi',
  kubernetesAPI: 'podLogsViaKubernetesApi',
}

function upgradePodLogs(draft: Draft): void {
  const section = draft.take(['podLogs'])
  if (!isRecord(section)) return
  const { gatherMethod, labelsToKeep, volumeGatherSettings, filelogGatherSettings, ...rest } =
    section
  const to = podLogsBy[printValue(gatherMethod ?? 'volumes')] ?? 'podLogsViaLoki'
  const gathering = to === 'podLogsViaOpenTelemetry' ? filelogGatherSettings : volumeGatherSettings
  if (section.enabled !== true) {
    draft.note({
      kind: 'dropped',
      from: ['podLogs'],
      message: 'Pod logs were off, so their settings did nothing.',
    })
    return
  }
  draft.set([to], {
    ...rest,
    ...(isRecord(gathering) && to !== 'podLogsViaKubernetesApi' && gathering),
  })
  draft.note({
    kind: 'moved',
    from: ['podLogs'],
    to: [to],
    message: 'Each way of gathering pod logs is a feature of its own now.',
  })
  if (labelsToKeep !== undefined) {
    draft.note({
      kind: 'dropped',
      from: ['podLogs', 'labelsToKeep'],
      message:
        'Labels of pod logs are no longer kept by a list. Take away those that you do not want under labels and annotations.',
    })
  }
  if (to !== 'podLogsViaKubernetesApi' && draft.at([to, 'onlyGatherNewLogLines']) === undefined) {
    draft.note({
      kind: 'changed',
      to: [to, 'onlyGatherNewLogLines'],
      message:
        'Only new lines are read now when a collector starts. Set this to false to read whole files, as before.',
    })
  }
}

function upgradeProfiling(draft: Draft): void {
  if (draft.at(['profiling', 'enabled']) !== true) return
  const added = ['ebpf', 'java', 'pprof'].filter(
    (kind) => draft.at(['profiling', kind, 'enabled']) === undefined,
  )
  for (const kind of added) draft.set(['profiling', kind, 'enabled'], true)
  if (added.length > 0) {
    draft.note({
      kind: 'added',
      to: ['profiling'],
      message: `Each kind of profiling is off unless values say otherwise; ${added.join(', ')} were on before and are written out.`,
    })
  }
}

function assignFeatures(draft: Draft): void {
  for (const [feature, home] of Object.entries(homes)) {
    if (draft.at([feature, 'enabled']) !== true) continue
    if (draft.at([feature, 'collector']) !== undefined) continue
    draft.set([feature, 'collector'], home)
    draft.note({
      kind: 'added',
      to: [feature, 'collector'],
      message: `${feature} ran on ${home} without being asked; now values say so.`,
    })
  }
  const integrations = Object.values(draft.map(['integrations']))
  const used = integrations.some((kind) => {
    const instances = isRecord(kind) ? kind.instances : undefined
    return Array.isArray(instances) ? instances.length > 0 : isRecord(instances)
  })
  if (used && draft.at(['integrations', 'collector']) === undefined) {
    draft.set(['integrations', 'collector'], 'alloy-metrics')
    draft.note({
      kind: 'added',
      to: ['integrations', 'collector'],
      message: 'Integrations ran on alloy-metrics without being asked; now values say so.',
    })
  }
}

/** Collectors that read pod logs through the API share the work, which chart 4 insists on. */
function clusterLogReaders(draft: Draft): void {
  if (draft.at(['podLogsViaKubernetesApi', 'enabled']) !== true) return
  const collector: Path = [
    'collectors',
    printValue(draft.at(['podLogsViaKubernetesApi', 'collector'])),
  ]
  const presets = draft.at([...collector, 'presets'])
  if (!Array.isArray(presets) || presets.includes('singleton') || presets.includes('clustered'))
    return
  if (draft.at([...collector, 'alloy', 'clustering', 'enabled']) === true) return
  draft.set([...collector, 'presets'], [...presets, 'clustered'])
  draft.note({
    kind: 'added',
    to: [...collector, 'presets'],
    message: 'Without clustering, each instance would gather every pod’s logs from the API.',
  })
}

/** Values of chart 3 as chart 4 takes them (UPGRADING.md, "Version 4.0"). */
export function upgradeV3ToV4(values: Tree, notes: Note[]): Tree {
  const draft = new Draft(values, notes)
  upgradeDestinations(draft)
  upgradeCollectors(draft)
  upgradeClusterMetrics(draft)
  upgradePodLogs(draft)
  upgradeProfiling(draft)
  draft.drop(
    ['prometheusOperatorObjects', 'crds'],
    'The chart no longer brings the definitions of ServiceMonitor, PodMonitor and Probe. Install the chart prometheus-operator-crds first if nothing else does.',
  )
  assignFeatures(draft)
  clusterLogReaders(draft)
  return draft.values
}
