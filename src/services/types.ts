import type { Group } from '../values/options'

/** A service that produces telemetry, deployed with the chart (charts/telemetry-services). */
export interface Service {
  /** The key under `telemetryServices`. */
  readonly name: string
  readonly title: string
  readonly help: string
  readonly options: Group
}
