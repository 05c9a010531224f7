import { isRecord, valueAt } from '../base/record'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import { type ClusterApis, workloadsOf } from '../manifests/workloads'

/** An Alloy object named `rel-alloy-x` in the namespace `mon`. */
export function alloyObjectOf(spec: unknown): KubernetesObject {
  return {
    apiVersion: 'collectors.grafana.com/v1alpha1',
    kind: 'Alloy',
    metadata: { name: 'rel-alloy-x', namespace: 'mon' },
    spec,
  }
}

/** What the operator makes of one spec, as tests look at it. */
export function tryWorkloads(spec: unknown, apis?: ClusterApis) {
  const all = workloadsOf(alloyObjectOf(spec), apis)
  const ofKind = (kind: string) => all.filter((object) => object.kind === kind)
  const controller = all.find(({ kind }) =>
    ['DaemonSet', 'Deployment', 'StatefulSet'].includes(kind),
  )
  const pod = valueAt(controller, ['spec', 'template', 'spec'])
  const containers = valueAt(pod, ['containers'])
  return {
    all,
    kinds: all.map(({ kind }) => kind),
    ofKind,
    /** The only object of a kind. */
    one(kind: string): KubernetesObject {
      const [object, another] = ofKind(kind)
      if (!object || another) throw new Error(`Expected one ${kind}, found ${ofKind(kind).length}`)
      return object
    },
    controller,
    pod,
    /** A container of the pod by its name. */
    container: (name: string): unknown =>
      Array.isArray(containers)
        ? containers.filter(isRecord).find((container) => container.name === name)
        : undefined,
  }
}
