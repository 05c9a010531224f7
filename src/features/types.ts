import type { Expression, Statement } from '../alloy/ast'
import type { Path } from '../diagnostics/diagnostic'
import type { RootValues, UnitContext } from '../values/context'
import type { Group } from '../values/options'
import type { Pipeline, Signal } from '../values/signals'

/** The collectors that the wizard makes; names of its own, which the chart gives no meaning. */
export const collectorRoles = [
  'alloy-metrics',
  'alloy-logs',
  'alloy-singleton',
  'alloy-receiver',
  'alloy-profiles',
] as const
export type CollectorRole = (typeof collectorRoles)[number]

/** What people want to see, which is how the page groups features. */
export type FeatureGroup = 'cluster' | 'applications' | 'logs' | 'profiles' | 'cost'

/** A port that a feature's receivers listen on. */
export interface ReceiverPort {
  readonly name: string
  readonly port: number
  readonly protocol: 'TCP' | 'UDP'
  readonly appProtocol?: string
}

/** A collector as a feature sees it. */
export interface CollectorView {
  readonly name: string
  /** The Alloy object's spec: defaults, presets, common and own values merged (digest 2.3), before influence. */
  readonly spec: Readonly<Record<string, unknown>>
  readonly presets: readonly string[]
}

export interface FeatureContext<V> extends UnitContext {
  /** Its options with defaults filled in; for a part of Host Metrics the part's own. */
  readonly values: V
  /** Where its values stand, such as `['hostMetrics', 'linuxHosts']`. */
  readonly path: Path
  readonly root: RootValues
  /** `telemetryServices.<service>`, defaults filled in. */
  telemetryService(name: string): Readonly<Record<string, unknown>> & { readonly deploy: boolean }
  /** The ConfigMap that tells about the release, which Self-reporting mounts. */
  readonly releaseInfoName: string
  /** `argument.<signal>_destinations.value`: what the module forwards to. */
  destinations(signal: Signal): Expression
  /** Rules and stages of integrations, which Pod Logs via Loki puts before the user's own. */
  readonly podLogRules: {
    readonly discoveryRules: readonly Statement[]
    readonly stages: readonly Statement[]
  }
}

/** What a feature asks of the values around it, from which `complete` makes an installable whole. */
export interface FeatureNeeds {
  /** Presets that its collector needs besides those of the role, in the chart's words. */
  readonly presets?: readonly string[]
  /** Telemetry services to deploy unless the user has their own. */
  readonly services?: readonly { readonly name: string; readonly why: string }[]
  /** Other values that it cannot do without. */
  readonly values?: readonly {
    readonly path: Path
    readonly value: unknown
    readonly why: string
  }[]
  /** Alloy's stability level for components in its config. */
  readonly stability?: 'public-preview' | 'experimental'
}

/**
 * A feature: facts first, then behaviour. `key` is the chart's (templates/features/_feature_helpers.tpl);
 * the parts of Host Metrics are features of their own, as in the chart.
 */
export interface Feature<V = Readonly<Record<string, unknown>>> {
  /** Such as `clusterMetrics` or `hostMetrics_linuxHosts`. */
  readonly key: string
  /** Where its values stand: `['clusterMetrics']`, `['hostMetrics', 'linuxHosts']`. */
  readonly path: readonly [string, ...string[]]
  /** For headings, as its documentation has it: `Cluster Metrics`. */
  readonly title: string
  /** As the chart's messages call it. */
  readonly name: string
  /** The `declare` that it becomes: `cluster_metrics`. */
  readonly module: string
  readonly group: FeatureGroup
  /** What it collects, in one or two sentences. */
  readonly help: string
  /** What it costs, in containers and privileges, in one sentence. */
  readonly costs: string
  readonly pipelines: readonly Pipeline[]
  readonly options: Group
  /** The whole top-level section, where the feature is only a part of it. */
  readonly section?: Group
  readonly home: CollectorRole
  /** Whether its collector must cluster when it has, or may have, more than one replica. */
  needsClustering(values: V, root: RootValues): boolean
  needs(values: V, root: RootValues): FeatureNeeds
  ports?(values: V): readonly ReceiverPort[]
  /** The body of its module, `argument` blocks left out: they follow from `pipelines`. */
  build(context: FeatureContext<V>): readonly Statement[]
  /**
   * Instead of `build`'s usual `declare` and instance, for the features of another shape (Service
   * Integrations, Self-reporting). `targets` is what a pipeline forwards to.
   */
  include?(
    context: FeatureContext<V>,
    targets: (pipeline: Pipeline) => readonly Expression[],
  ): readonly Statement[]
  /** Whether it is on, where that is more than its `enabled` (and, for a part, its parent's). */
  isEnabled?(root: RootValues): boolean
  /** Labels of its `feature_info` metric besides `feature` and `version`; `feature` here wins. */
  summary?(values: V, root: RootValues): Readonly<Record<string, string>>
  /** Whether it really sends a pipeline, for features that have some only at times. */
  usesPipeline?(root: RootValues, pipeline: Pipeline): boolean
  /** What it changes about its collector (digest 2.4): a tree that is merged under the user's own. */
  influence?(
    context: FeatureContext<V>,
    collector: CollectorView,
  ): Readonly<Record<string, unknown>>
  /** Findings beyond types, destinations, assignment and clustering, which are checked for all alike. */
  validate?(context: FeatureContext<V>, collector: CollectorView | undefined): void
}
