import type { Path } from '../diagnostics/diagnostic'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import type { SecretOwner } from '../pipelines/secrets'
import type { RootValues, UnitContext } from '../values/context'
import type { Group } from '../values/options'

/** What a service may know. */
export interface ServiceContext<V = Readonly<Record<string, unknown>>> extends UnitContext {
  /** `telemetryServices.<service>` with defaults filled in. */
  readonly values: V
  readonly path: Path
  readonly root: RootValues
}

/** What is around a service, which its checks look at. */
export interface ServiceSurroundings {
  /** The service accounts of the enabled collectors. */
  readonly collectorAccounts: readonly string[]
  /** The destinations that Cost Metrics sends its metrics to; none when the feature is off. */
  readonly metricsDestinations: readonly SecretOwner[]
}

/** A service that produces telemetry, deployed with the chart (charts/telemetry-services). */
export interface Service<V = Readonly<Record<string, unknown>>> {
  /** The key under `telemetryServices`. */
  readonly name: string
  readonly title: string
  readonly help: string
  readonly options: Group
  /**
   * Dotted paths of the options whose type the chart's schema enforces. The service's own chart has
   * no schema, so elsewhere a wrong type is the user's to judge.
   */
  readonly enforced: readonly string[]
  /** What its chart makes of its values, once it is deployed. */
  objects(context: ServiceContext<V>): readonly KubernetesObject[]
  /** Findings beyond types; only asked of a service that is deployed. */
  validate?(context: ServiceContext<V>, surroundings: ServiceSurroundings): void
}
