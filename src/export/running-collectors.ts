import { isRecord, valueAt } from '../base/record'
import type { KubernetesObject } from '../manifests/kubernetes-object'

const controllers = new Set(['DaemonSet', 'Deployment', 'StatefulSet'])

/** Whether an object runs pods whose roll-out can be waited for. */
export const isController = ({ kind }: KubernetesObject): boolean => controllers.has(kind)

/** An Alloy as it will run, and where it answers. */
export interface RunningCollector {
  readonly kind: string
  readonly name: string
  readonly namespace: string
  /** Of its own pages; absent where the values switch them off. */
  readonly port?: number
  /** Where its pages begin: `/` unless the values say otherwise. */
  readonly prefix: string
  /** Pods that are to be there; absent for one on each node. */
  readonly replicas?: number
  readonly clustered: boolean
  /** Whether it keeps its own storage, which outlives it. */
  readonly hasClaims: boolean
}

const prefixFlag = '--server.http.ui-path-prefix='

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The Alloys among the workloads. */
export function runningCollectors(
  workloads: readonly KubernetesObject[],
  namespace: string,
): readonly RunningCollector[] {
  return workloads.filter(isController).map((workload): RunningCollector => {
    const { kind, metadata } = workload
    const containers = items(valueAt(workload, ['spec', 'template', 'spec', 'containers']))
    const alloy = containers.filter(isRecord).find(({ name }) => name === 'alloy')
    const flags = items(alloy?.args).map(String)
    const ports = items(alloy?.ports).filter(isRecord)
    const port = ports.find(({ name }) => name === 'http-metrics')?.containerPort
    const replicas = valueAt(workload, ['spec', 'replicas'])
    return {
      kind,
      name: metadata.name,
      namespace: metadata.namespace ?? namespace,
      ...(typeof port === 'number' && { port }),
      prefix: flags.find((flag) => flag.startsWith(prefixFlag))?.slice(prefixFlag.length) ?? '/',
      ...(kind !== 'DaemonSet' && { replicas: typeof replicas === 'number' ? replicas : 1 }),
      clustered: flags.includes('--cluster.enabled=true'),
      hasClaims: items(valueAt(workload, ['spec', 'volumeClaimTemplates'])).length > 0,
    }
  })
}
