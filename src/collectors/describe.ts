import type { File } from '../alloy/ast'
import { isRecord, valueAt } from '../base/record'
import type { CollectorView } from '../features/types'
import { isEmpty, printValue } from '../values/helm'
import { controllerType, mapAt, replicasOf } from './compose'
import type { Assignment, Model } from './types'

/** A collector with its config. */
export interface MadeCollector {
  readonly view: CollectorView
  /** The ConfigMap's and the Alloy object's name. */
  readonly objectName: string
  readonly file: File
  readonly config: string
  readonly destinations: readonly string[]
}

/** A collector as the page shows it. */
export interface Collector {
  readonly name: string
  /** The ConfigMap's and the Alloy object's name. */
  readonly objectName: string
  readonly controller: 'daemonset' | 'deployment' | 'statefulset'
  readonly replicas: number
  readonly presets: readonly string[]
  /** Keys of the features that it runs. */
  readonly features: readonly string[]
  /** Names of the destinations that its config holds. */
  readonly destinations: readonly string[]
  readonly ports: readonly {
    readonly name: string
    readonly port: number
    readonly protocol: string
  }[]
  /** What it may do beyond an ordinary pod, in words: `privileged`, `host network`, `reads /var/log`. */
  readonly privileges: readonly string[]
  /** Why it exists and has its form, a sentence each. */
  readonly reasons: readonly string[]
}

function portsOf(spec: Readonly<Record<string, unknown>>): Collector['ports'] {
  const ports = valueAt(spec, ['alloy', 'extraPorts'])
  if (!Array.isArray(ports)) return []
  return ports.filter(isRecord).map((port) => ({
    name: printValue(port.name),
    port: Number(printValue(port.port)) || 0,
    protocol: printValue(port.protocol) || 'TCP',
  }))
}

/** Each privilege with where it is set; true when what stands there is not empty. */
const privilegeTable: readonly { readonly path: readonly string[]; readonly words: string }[] = [
  { path: ['alloy', 'securityContext', 'privileged'], words: 'privileged' },
  { path: ['controller', 'hostNetwork'], words: 'host network' },
  { path: ['controller', 'hostPID'], words: 'host process ids' },
  { path: ['alloy', 'mounts', 'varlog'], words: 'reads /var/log of the node' },
  {
    path: ['alloy', 'mounts', 'dockercontainers'],
    words: 'reads Docker’s container logs of the node',
  },
]

/** What a collector may do beyond an ordinary pod, in words. */
export function privilegesOf(spec: Readonly<Record<string, unknown>>): string[] {
  const volumes = valueAt(spec, ['controller', 'volumes', 'extra'])
  const hostPaths = (Array.isArray(volumes) ? volumes : [])
    .map((volume) => valueAt(volume, ['hostPath', 'path']))
    .filter((path) => typeof path === 'string')
  return [
    ...privilegeTable.filter(({ path }) => !isEmpty(valueAt(spec, path))).map(({ words }) => words),
    ...hostPaths.map((path) => `mounts ${path} of the node`),
  ]
}

const controllerWords = {
  daemonset: 'DaemonSet',
  deployment: 'Deployment',
  statefulset: 'StatefulSet',
} as const

/** Why a kind of controller suits what it runs: for one feature, and for several. */
function controllerWhy(
  controller: Collector['controller'],
  spec: Readonly<Record<string, unknown>>,
): readonly [string, string] {
  switch (controller) {
    case 'daemonset':
      return isEmpty(valueAt(spec, ['alloy', 'mounts', 'varlog']))
        ? ['works on what each node has', 'work on what each node has']
        : ['reads files on every node', 'read files on every node']
    case 'statefulset':
      return [
        'shares its targets between instances that keep their names',
        'share their targets between instances that keep their names',
      ]
    case 'deployment':
      return [
        'needs neither a node nor a name of its own',
        'need neither a node nor a name of their own',
      ]
  }
}

/** `a`, `a and b`, `a, b and c`. */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** What the page says of a collector. */
export function describeCollector(
  model: Model,
  { view, objectName, destinations }: MadeCollector,
  assignments: readonly Assignment[],
): Collector {
  const { name, spec, presets } = view
  const own = assignments
    .filter(({ collector }) => collector === name)
    .map(({ feature }) => feature)
  const controller = controllerType(spec)
  // Self-reporting runs wherever there is room, so it explains nothing unless it is alone.
  const deciding = own.filter(({ key }) => key !== 'selfReporting')
  const titles = (deciding.length > 0 ? deciding : own).map(({ title }) => title)
  const [one, several] = controllerWhy(controller, spec)
  const because =
    titles.length > 0 ? `${listed(titles)} ${titles.length === 1 ? one : several}` : undefined
  const reasons = [
    because
      ? `${controllerWords[controller]}, because ${because}.`
      : `${controllerWords[controller]}; it runs no feature, only its own extra configuration.`,
    ...(isEmpty(mapAt(spec, ['alloy', 'clustering']).enabled)
      ? []
      : ['Clustered, so that instances share the work and nothing is scraped twice.']),
    ...(model.collectors.get(name)?.extraConfig ? ['It has extra configuration of yours.'] : []),
  ]
  return {
    name,
    objectName,
    controller,
    replicas: replicasOf(spec),
    presets,
    features: own.map(({ key }) => key),
    destinations,
    ports: portsOf(spec),
    privileges: privilegesOf(spec),
    reasons,
  }
}
