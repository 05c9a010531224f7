import type { Statement } from '../alloy/ast'
import type { Path } from '../diagnostics/diagnostic'
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

/**
 * A service that Alloy knows how to watch (charts/feature-integrations). Instances of one type share
 * one module.
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
  collectsMetrics(values: V): boolean
  /** Adds rules to Pod Logs via Loki. */
  readsPodLogs(values: V): boolean
  /** Sends logs of its own (database observability). */
  sendsLogs(values: V): boolean
  /** The body of the module's `declare`, its `argument` blocks left out, for instances that collect. */
  build(context: UnitContext, instances: readonly IntegrationInstance<V>[]): readonly Statement[]
  /** Rules and stages that Pod Logs via Loki takes over, for instances that read pod logs. */
  podLogs?(
    context: UnitContext,
    instances: readonly IntegrationInstance<V>[],
  ): { readonly discoveryRules: readonly Statement[]; readonly stages: readonly Statement[] }
  validate?(context: UnitContext, instances: readonly IntegrationInstance<V>[]): void
}
