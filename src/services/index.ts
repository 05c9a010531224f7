import type { Group } from '../values/options'
import { beyla } from './beyla'
import { manifestTail } from './k8s-manifest-tail'
import { kepler } from './kepler'
import { kubeStateMetrics } from './kube-state-metrics'
import { nodeExporter } from './node-exporter'
import { opencost } from './opencost'
import { sdkInjector } from './sdk-injector'
import type { Service } from './types'
import { windowsExporter } from './windows-exporter'

/** Every telemetry service, in alphabetical order. */
export const services: readonly Service[] = [
  beyla,
  manifestTail,
  kepler,
  kubeStateMetrics,
  nodeExporter,
  opencost,
  sdkInjector,
  windowsExporter,
]

/** The services' options, by name. */
export const serviceSections: Readonly<Record<string, Group>> = Object.fromEntries(
  services.map(({ name, options }) => [name, options]),
)
