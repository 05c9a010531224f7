import { flag, group, type Group } from '../values/options'
import type { Service } from './types'

function service(name: string, title: string, help: string): Service {
  return {
    name,
    title,
    help,
    options: group(
      { deploy: flag(false, `Whether to deploy ${title} with this release.`, { common: true }) },
      help,
      { open: true },
    ),
  }
}

/** Every telemetry service, in alphabetical order. */
export const services: readonly Service[] = [
  service('beyla', 'Beyla’s Kubernetes cache', 'Answers Beyla’s questions about the cluster in one place.'),
  service('k8s-manifest-tail', 'k8s-manifest-tail', 'Writes changes of Kubernetes objects to its log.'),
  service('kepler', 'Kepler', 'Estimates the energy that pods use.'),
  service('kube-state-metrics', 'kube-state-metrics', 'Metrics about the state of Kubernetes objects.'),
  service('node-exporter', 'Node Exporter', 'Metrics of Linux nodes.'),
  service('opencost', 'OpenCost', 'Estimates what workloads cost.'),
  service('sdkInjector', 'SDK injector', 'Adds OpenTelemetry SDKs to pods as they start.'),
  service('windows-exporter', 'Windows Exporter', 'Metrics of Windows nodes.'),
]

/** The services' options, by name. */
export const serviceSections: Readonly<Record<string, Group>> = Object.fromEntries(
  services.map(({ name, options }) => [name, options]),
)
