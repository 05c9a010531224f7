import { isRecord, setOwn } from '../base/record'
import type { Path } from '../diagnostics/diagnostic'
import { Draft, isOn, type Note, type Tree, withoutGaps } from './draft'
import { destinationsOfV1 } from './v1-services'

/** Keys that have another name wherever something is scraped or read. */
const commonRenames: Readonly<Record<string, string>> = {
  extraRelabelingRules: 'extraDiscoveryRules',
  extraMetricRelabelingRules: 'extraMetricProcessingRules',
  extraStageBlocks: 'extraLogProcessingStages',
}

/** A section of chart 1 under `metrics`, and what it is called under `clusterMetrics`. */
const sources: readonly (readonly [string, string])[] = [
  ...['kubelet', 'kubeletResource', 'cadvisor', 'kubeControllerManager', 'kubeDNS'].map(
    (name) => [name, name] as const,
  ),
  ...['kubeProxy', 'kubeScheduler', 'kube-state-metrics', 'node-exporter'].map(
    (name) => [name, name] as const,
  ),
  ['apiserver', 'apiServer'],
  ['windows-exporter', 'windows-exporter'],
  ['kepler', 'kepler'],
  ['cost', 'opencost'],
]

/** The charts that chart 1 brought, where chart 2 has their settings, and whether they were on. */
const charts: readonly { from: string; to: string; deployKey: boolean; standard: boolean }[] = [
  { from: 'kube-state-metrics', to: 'kube-state-metrics', deployKey: true, standard: true },
  { from: 'prometheus-node-exporter', to: 'node-exporter', deployKey: true, standard: true },
  { from: 'prometheus-windows-exporter', to: 'windows-exporter', deployKey: true, standard: true },
  { from: 'opencost', to: 'opencost', deployKey: false, standard: true },
  { from: 'kepler', to: 'kepler', deployKey: false, standard: false },
]

/** Settings of a scrape that chart 1 had and chart 2 does not. */
const droppedSettings = ['service', 'labelSelector', 'extraTargets']

/** The new values, and the old ones of which is taken away what has found its place. */
class Move {
  readonly old: Draft
  readonly out: Draft

  constructor(values: Tree, notes: Note[]) {
    this.old = new Draft(values, notes)
    this.out = new Draft({}, notes)
  }

  /** Moves a value if it is there. */
  value(from: Path, to: Path): void {
    const value = this.old.take(from)
    if (value === undefined) return
    this.out.set(to, value)
    if (from.join('.') !== to.join('.')) {
      this.out.note({ kind: 'moved', from, to, message: 'It stands elsewhere now.' })
    }
  }

  /** Moves what a map says, under the names of chart 2. */
  section(from: Path, to: Path, without: readonly string[] = []): void {
    const section = this.old.take(from)
    if (!isRecord(section)) return
    const renamed: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(section)) {
      if (without.includes(key)) continue
      if (droppedSettings.includes(key)) {
        this.out.note({
          kind: 'dropped',
          from: [...from, key],
          message: 'There is no such setting any more.',
        })
        continue
      }
      setOwn(renamed, Object.hasOwn(commonRenames, key) ? (commonRenames[key] ?? key) : key, value)
    }
    const merged = { ...this.out.map(to), ...renamed }
    if (Object.keys(merged).length > 0) this.out.set(to, merged)
    if (Object.keys(renamed).length > 0) {
      this.out.note({ kind: 'moved', from, to, message: 'It stands elsewhere now.' })
    }
  }

  on(path: Path, standard: boolean): boolean {
    return isOn(this.old.at(path), standard)
  }
}

function moveGeneral(move: Move): void {
  move.value(['cluster', 'platform'], ['global', 'platform'])
  move.value(['cluster', 'kubernetesAPIService'], ['global', 'kubernetesAPIService'])
  for (const [key, value] of Object.entries(move.old.map(['cluster']))) {
    move.out.set(['cluster', key], value)
  }
  move.old.remove(['cluster'])
  for (const [key, value] of Object.entries(move.old.map(['global']))) {
    move.out.fill(['global', key], value)
  }
  move.old.remove(['global'])
  move.value(['metrics', 'scrapeInterval'], ['global', 'scrapeInterval'])
  move.value(['metrics', 'maxCacheSize'], ['global', 'maxCacheSize'])
  const destinations = destinationsOfV1(move.old)
  move.old.remove(['externalServices'])
  move.out.set(['destinations'], destinations)
}

/** A collector's settings and raw Alloy, under its new name. */
function moveCollector(move: Move, from: string, to: string, extraConfig: Path): void {
  const settings = move.old.take([from])
  const config = move.old.take(extraConfig)
  move.out.set(
    [to],
    withoutGaps({
      ...(isRecord(settings) ? settings : {}),
      enabled: true,
      extraConfig: config === '' ? undefined : config,
    }),
  )
  if (settings !== undefined && from !== to) {
    move.out.note({
      kind: 'moved',
      from: [from],
      to: [to],
      message: 'The collector has another name.',
    })
  }
  if (typeof config === 'string' && config !== '') {
    move.out.note({
      kind: 'check',
      from: extraConfig,
      to: [to, 'extraConfig'],
      message:
        'The components that this Alloy refers to have other names now. See each reference to a component that the chart makes.',
    })
  }
}

function moveMetrics(move: Move): void {
  if (!move.on(['metrics', 'enabled'], true)) return
  move.out.set(['clusterMetrics', 'enabled'], true)
  for (const [from, to] of sources) {
    const path: Path = ['metrics', from]
    const section = move.old.map(path)
    move.section(path, ['clusterMetrics', to], to === 'opencost' ? ['enabled'] : [])
    if (to === 'opencost' && section.enabled === false) {
      move.out.set(['clusterMetrics', 'opencost', 'enabled'], false)
    }
  }
  for (const { from, to, deployKey, standard } of charts) {
    const section = move.old.take([from])
    if (!isRecord(section)) continue
    const { enabled, ...settings } = section
    const on = isOn(enabled, standard)
    const path: Path = ['clusterMetrics', to]
    const said = move.out.map(path)
    const switches = deployKey
      ? { deploy: enabled === undefined ? undefined : on }
      : { enabled: said.enabled === false ? false : on }
    move.out.set(path, withoutGaps({ ...said, ...settings, ...switches }))
    move.out.note({ kind: 'moved', from: [from], to: path, message: 'It stands elsewhere now.' })
  }
  moveCollector(move, 'alloy', 'alloy-metrics', ['extraConfig'])

  if (move.on(['metrics', 'autoDiscover', 'enabled'], true)) {
    move.section(['metrics', 'autoDiscover'], ['annotationAutodiscovery'])
    move.out.set(['annotationAutodiscovery', 'enabled'], true)
  } else move.old.remove(['metrics', 'autoDiscover'])

  const kinds = ['podMonitors', 'probes', 'serviceMonitors']
  if (kinds.some((kind) => move.on(['metrics', kind, 'enabled'], true))) {
    move.out.set(['prometheusOperatorObjects', 'enabled'], true)
    for (const kind of kinds) {
      const from: Path = ['metrics', kind]
      const to: Path = ['prometheusOperatorObjects', kind]
      if (move.old.take([...from, 'selector'])) {
        move.out.note({
          kind: 'check',
          from: [...from, 'selector'],
          to: [...to, 'labelSelectors'],
          message: 'The selector was Alloy. Say it again as labels and values.',
        })
      }
      move.section(from, to)
    }
    const definitions = move.on(['prometheus-operator-crds', 'enabled'], true)
    move.out.set(['prometheusOperatorObjects', 'crds', 'deploy'], definitions)
  }
  move.old.remove(['prometheus-operator-crds'])
}

function moveLogs(move: Move): void {
  if (!move.on(['logs', 'enabled'], true)) return
  if (move.on(['logs', 'cluster_events', 'enabled'], true)) {
    moveCollector(move, 'alloy-events', 'alloy-singleton', [
      'logs',
      'cluster_events',
      'extraConfig',
    ])
    move.section(['logs', 'cluster_events'], ['clusterEvents'])
    move.out.set(['clusterEvents', 'enabled'], true)
  }
  const podLogs = move.on(['logs', 'pod_logs', 'enabled'], true)
  if (podLogs) {
    if (move.old.at(['logs', 'pod_logs', 'gatherMethod']) === 'api') {
      move.old.set(['logs', 'pod_logs', 'gatherMethod'], 'kubernetesApi')
    }
    move.section(['logs', 'pod_logs'], ['podLogs'])
    move.out.set(['podLogs', 'enabled'], true)
  }
  const journal = move.on(['logs', 'journal', 'enabled'], false)
  if (journal) {
    move.old.remove(['logs', 'journal', 'enabled'])
    move.section(['logs', 'journal'], ['nodeLogs', 'journal'])
    move.out.set(['nodeLogs', 'enabled'], true)
  }
  if (podLogs || journal) moveCollector(move, 'alloy-logs', 'alloy-logs', ['logs', 'extraConfig'])
}

/** Receivers of chart 1 that were on without being asked. */
const openReceivers: Readonly<Record<string, boolean>> = { grpc: true, http: true, zipkin: true }

function moveReceivers(move: Move): void {
  if (!move.on(['traces', 'enabled'], false)) return
  move.out.set(['applicationObservability', 'enabled'], true)
  const to: Path = ['applicationObservability', 'receivers']
  for (const protocol of ['grpc', 'http']) {
    const standard = openReceivers[protocol] ?? false
    if (move.on(['receivers', protocol, 'enabled'], standard)) {
      move.section(['receivers', protocol], [...to, 'otlp', protocol])
      move.out.set([...to, 'otlp', protocol, 'enabled'], true)
    }
  }
  if (move.on(['receivers', 'zipkin', 'enabled'], true)) {
    const tls: Path = ['receivers', 'zipkin', 'tls']
    move.old.drop(tls, 'A receiver has no TLS of its own any more.')
    move.section(['receivers', 'zipkin'], [...to, 'zipkin'])
    move.out.set([...to, 'zipkin', 'enabled'], true)
  }
  for (const protocol of ['grpc', 'thriftBinary', 'thriftCompact', 'thriftHttp']) {
    if (move.on(['receivers', 'jaeger', protocol, 'enabled'], false)) {
      move.section(['receivers', 'jaeger', protocol], [...to, 'jaeger', protocol])
      move.out.set([...to, 'jaeger', protocol, 'enabled'], true)
    }
  }
  for (const processor of ['batch', 'k8sattributes', 'attributes', 'resourceDetection']) {
    move.section(
      ['receivers', 'processors', processor],
      ['applicationObservability', 'processors', processor],
    )
  }
  for (const [signal, source] of [
    ['metrics', 'metrics'],
    ['logs', 'logs'],
    ['traces', 'traces'],
  ] as const) {
    for (const kind of ['transforms', 'filters']) {
      move.value([source, 'receiver', kind], ['applicationObservability', signal, kind])
    }
  }
  move.section(
    ['receivers', 'grafanaCloudMetrics'],
    ['applicationObservability', 'connectors', 'grafanaCloudMetrics'],
  )
  // The receivers were the metrics collector's business.
  move.out.set(['alloy-receiver', 'enabled'], true)
  move.out.note({
    kind: 'changed',
    to: ['alloy-receiver'],
    message:
      'Applications send to a collector of its own now. Point them to the service of alloy-receiver, and open the ports that they need there.',
  })
}

function moveProfiles(move: Move): void {
  if (!move.on(['profiles', 'enabled'], false)) return
  moveCollector(move, 'alloy-profiles', 'alloy-profiles', ['profiles', 'extraConfig'])
  for (const kind of ['ebpf', 'java', 'pprof'])
    move.section(['profiles', kind], ['profiling', kind])
  move.out.set(['profiling', 'enabled'], true)
}

function moveInstrumentation(move: Move): void {
  const beyla = move.old.take(['beyla'])
  const scraped = move.old.take(['metrics', 'beyla'])
  if (!isRecord(beyla) || beyla.enabled !== true) return
  const { enabled: _, ...settings } = beyla
  move.out.set(['autoInstrumentation'], {
    enabled: true,
    beyla: {
      ...settings,
      ...(isRecord(scraped) ? withoutGaps({ ...scraped, enabled: undefined }) : {}),
    },
  })
  move.out.note({
    kind: 'moved',
    from: ['beyla'],
    to: ['autoInstrumentation'],
    message: 'It stands elsewhere now.',
  })
}

/** Alloy's own metrics were gathered without being asked. */
function moveAlloyMetrics(move: Move): void {
  const section = move.old.take(['metrics', 'alloy'])
  const settings = isRecord(section) ? section : {}
  if (!move.on(['metrics', 'enabled'], true) || settings.enabled === false) return
  const collectors = [
    'alloy-metrics',
    'alloy-singleton',
    'alloy-logs',
    'alloy-receiver',
    'alloy-profiles',
  ]
  const tuning = isRecord(settings.metricsTuning) ? settings.metricsTuning : {}
  const included = Array.isArray(tuning.includeMetrics)
    ? tuning.includeMetrics
    : ['alloy_build_info']
  move.out.set(
    ['integrations', 'alloy', 'instances'],
    [
      {
        name: 'alloy',
        labelSelectors: {
          'app.kubernetes.io/name': collectors.filter((name) => move.out.at([name]) !== undefined),
        },
        metrics: {
          tuning: withoutGaps({
            useDefaultAllowList: tuning.useIntegrationAllowList === true,
            includeMetrics: included,
            excludeMetrics: tuning.excludeMetrics,
          }),
        },
      },
    ],
  )
  move.out.note({
    kind: 'moved',
    from: ['metrics', 'alloy'],
    to: ['integrations', 'alloy'],
    message: 'The collectors’ own metrics are an integration now.',
  })
}

/** Kept under the same name. */
const same = ['extraObjects', 'nameOverride', 'fullnameOverride']

/** Switches that have done their work, and what means nothing any more. */
const silent = ['enabled', 'test', 'configValidator', 'configAnalysis']

function noteRest(move: Move): void {
  const visit = (value: unknown, path: Path): void => {
    if (isRecord(value) && path.length < 2) {
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key])
    } else if (!silent.includes(String(path.at(-1))) && !(isRecord(value) && isRest(value))) {
      move.out.note({
        kind: 'dropped',
        from: path,
        message: 'It was off, or chart 2 has no place for it.',
      })
    }
  }
  for (const [key, value] of Object.entries(move.old.values)) {
    if (!silent.includes(key)) visit(value, [key])
  }
}

/** Texts that Helm fills in from settings that are gone. */
function noteReferences(draft: Draft): void {
  const visit = (value: unknown, path: Path): void => {
    if (typeof value === 'string') {
      if (/\{\{[^}]*\.Values\./.test(value)) {
        draft.note({
          kind: 'check',
          to: path,
          message: 'This text refers to other values, which stand elsewhere now. Set it right.',
        })
      }
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => {
        visit(item, [...path, index])
      })
    } else if (isRecord(value) && path.length < 50) {
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key])
    }
  }
  visit(draft.values, [])
}

/** Whether nothing but a switch is left. */
function isRest(map: Tree): boolean {
  return Object.keys(map).every((key) => key === 'enabled')
}

/** Values of chart 1 as chart 2 takes them. */
export function upgradeV1ToV2(values: Tree, notes: Note[]): Tree {
  const move = new Move(values, notes)
  moveGeneral(move)
  moveMetrics(move)
  moveLogs(move)
  moveReceivers(move)
  moveProfiles(move)
  moveInstrumentation(move)
  moveAlloyMetrics(move)
  for (const key of same) move.value([key], [key])
  noteRest(move)
  noteReferences(move.out)
  return move.out.values
}
