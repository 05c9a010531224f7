import { isRecord } from '../../base/record'
import type { KubernetesObject } from '../kubernetes-object'
import { type Chart, itemsOf } from './chart'
import { fillAll } from './template'

/** Whether a tree of the user's has what makes it an object of the Kubernetes API. */
function isKubernetesObject(value: unknown): value is KubernetesObject {
  return (
    isRecord(value) &&
    typeof value.apiVersion === 'string' &&
    typeof value.kind === 'string' &&
    isRecord(value.metadata) &&
    typeof value.metadata.name === 'string'
  )
}

/** Objects of the user's own (templates/extra-manifests.yaml). */
export function extraObjects(chart: Chart): KubernetesObject[] {
  return itemsOf(chart.value('extraObjects'))
    .map((object) => fillAll(object, chart))
    .filter(isKubernetesObject)
}
