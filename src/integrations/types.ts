import type { Statement } from '../alloy/ast'
import type { Path } from '../diagnostics/diagnostic'
import type { NodeLabels } from '../pipelines/node-labels'
import type { UnitContext } from '../values/context'
import type { Group } from '../values/options'

/** One instance of an integration, defaults filled in. */
export interface IntegrationInstance<V> {
  readonly values: V
  /** What the user wrote, without defaults. */
  readonly user: Readonly<Record<string, unknown>>
  /** `['integrations', type, 'instances', index]`. */
  readonly path: Path
}

/** What a module is built with. */
export interface IntegrationContext extends UnitContext {
  /** `integrations.nodeLabels`: facts about nodes that become labels. */
  readonly nodeLabels: NodeLabels
}

/**
 * A service that Alloy knows how to watch (charts/feature-integrations). Instances of one type share
 * one module. What a type does is asked of all its instances at once, because the chart's defaults
 * of some types carry an instance's settings over to the next.
 */
export interface Integration<V = Readonly<Record<string, unknown>>> {
  /** The key under `integrations`, such as `cert-manager`. */
  readonly type: string
  readonly title: string
  readonly help: string
  /** Options of one instance. */
  readonly options: Group
  /** Dotted paths of an instance's secret fields; empty for most. */
  readonly secretFields: readonly string[]
  /** Whether there is a module at all. */
  collectsMetrics(instances: readonly IntegrationInstance<V>[]): boolean
  /** Adds rules to Pod Logs via Loki. */
  readsPodLogs(instances: readonly IntegrationInstance<V>[]): boolean
  /** Sends logs of its own (database observability). */
  sendsLogs(instances: readonly IntegrationInstance<V>[]): boolean
  /** The body of the module's `declare`, its `argument` blocks left out. */
  build(
    context: IntegrationContext,
    instances: readonly IntegrationInstance<V>[],
  ): readonly Statement[]
  /** Rules and stages that Pod Logs via Loki takes over. */
  podLogs?(
    context: UnitContext,
    instances: readonly IntegrationInstance<V>[],
  ): { readonly discoveryRules: readonly Statement[]; readonly stages: readonly Statement[] }
  /** Findings of its own; names are checked for all types alike. */
  validate?(context: UnitContext, instances: readonly IntegrationInstance<V>[]): void
}
