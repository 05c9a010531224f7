import { present } from '../../base/present'
import { isEmpty } from '../../values/helm'
import { unquoted } from '../../values/unquoted'
import type { KubernetesObject } from '../kubernetes-object'
import { type Chart, given, metadataOf } from './chart'
import { podTemplate, toInteger } from './pod-template'

/** The controllers by `controller.type`; another type makes no pods at all. */
const kinds = {
  daemonset: 'DaemonSet',
  deployment: 'Deployment',
  statefulset: 'StatefulSet',
} as const

type ControllerType = keyof typeof kinds

/** Whether a controller of this type exists. */
export function isControllerType(type: unknown): type is ControllerType {
  return typeof type === 'string' && Object.hasOwn(kinds, type)
}

/** The controller's type, where it is one that exists. */
export function controllerType(chart: Chart): ControllerType | undefined {
  const type = chart.value('controller', 'type')
  return isControllerType(type) ? type : undefined
}

/** The kind that an autoscaler's target has; a DaemonSet where the type is unknown. */
export function controllerKind(chart: Chart): string {
  return kinds[controllerType(chart) ?? 'daemonset']
}

/** What only a StatefulSet has: names and storage of its replicas. */
function statefulFields(chart: Chart): Record<string, unknown> {
  const controller = (key: string) => chart.value('controller', key)
  return {
    podManagementPolicy: isEmpty(controller('parallelRollout')) ? undefined : 'Parallel',
    serviceName: chart.fullName,
    volumeClaimTemplates: given(controller('volumeClaimTemplates')),
    persistentVolumeClaimRetentionPolicy: isEmpty(controller('enableStatefulSetAutoDeletePVC'))
      ? undefined
      : { whenDeleted: 'Delete', whenScaled: 'Delete' },
  }
}

/** How many pods, unless an autoscaler says. */
function replicasOf(chart: Chart): unknown {
  const scaled = [['enabled'], ['horizontal', 'enabled'], ['horizontal', 'externalHPA']].some(
    (path) => !isEmpty(chart.value('controller', 'autoscaling', ...path)),
  )
  return scaled ? undefined : unquoted(chart.value('controller', 'replicas'))
}

/**
 * The workload that runs the pods (templates/controllers/daemonset.yaml, deployment.yaml and
 * statefulset.yaml).
 */
export function controllers(chart: Chart): KubernetesObject[] {
  const type = controllerType(chart)
  if (!type) return []
  const controller = (key: string) => chart.value('controller', key)
  const history = controller('revisionHistoryLimit')
  const strategy = type === 'deployment' ? 'strategy' : 'updateStrategy'
  return [
    {
      apiVersion: 'apps/v1',
      kind: kinds[type],
      metadata: metadataOf(chart, {
        labels: controller('extraLabels'),
        annotations: controller('extraAnnotations'),
      }),
      spec: present({
        revisionHistoryLimit: toInteger(history) === 10 ? undefined : unquoted(history),
        replicas: type === 'daemonset' ? undefined : replicasOf(chart),
        minReadySeconds: unquoted(controller('minReadySeconds')),
        ...(type === 'statefulset' && statefulFields(chart)),
        selector: { matchLabels: chart.selectorLabels },
        template: podTemplate(chart),
        [strategy]: given(controller('updateStrategy')),
      }),
    },
  ]
}
