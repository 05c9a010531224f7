import { present } from '../../base/present'
import { isRecord, valueAt } from '../../base/record'
import { isEmpty } from '../../values/helm'
import { unquoted } from '../../values/unquoted'
import type { KubernetesObject } from '../kubernetes-object'
import { type Chart, given, itemsOf, metadataOf } from './chart'
import { controllerKind, controllerType } from './controllers'

/** The settings of the horizontal autoscaler in force: the newer section, else the older. */
export function horizontalSettings(chart: Chart): unknown {
  const older = ['controller', 'autoscaling']
  const newer = [...older, 'horizontal']
  return chart.value(...(isEmpty(chart.value(...newer, 'enabled')) ? older : newer))
}

/** Whether the chart makes a horizontal autoscaler: never beside an external one or for a DaemonSet. */
export function scalesHorizontally(chart: Chart): boolean {
  const type = controllerType(chart)
  const scaling = (...path: readonly string[]) =>
    !isEmpty(chart.value('controller', 'autoscaling', ...path))
  return (
    (type === 'deployment' || type === 'statefulset') &&
    (scaling('horizontal', 'enabled') || scaling('enabled')) &&
    !scaling('horizontal', 'externalHPA')
  )
}

/** What may be scaled on, memory first: another order has Argo CD sync without end. */
const measures = [
  { resource: 'memory', key: 'targetMemoryUtilizationPercentage' },
  { resource: 'cpu', key: 'targetCPUUtilizationPercentage' },
] as const

/** The resources that the autoscaler watches, for which containers must state requests. */
export function scalingMeasures(settings: unknown): (typeof measures)[number][] {
  return measures.filter(({ key }) => !isEmpty(valueAt(settings, [key])))
}

function scalingBehavior(direction: unknown): unknown {
  if (isEmpty(direction)) return undefined
  const field = (key: string) => valueAt(direction, [key])
  const policies = itemsOf(field('policies')).filter(isRecord)
  return {
    ...(policies.length > 0 && {
      policies: policies.map((policy) => ({
        type: unquoted(policy.type),
        value: unquoted(policy.value),
        periodSeconds: unquoted(policy.periodSeconds),
      })),
      selectPolicy: unquoted(field('selectPolicy')),
    }),
    stabilizationWindowSeconds: unquoted(field('stabilizationWindowSeconds')),
  }
}

/** `null` where a template prints a key with nothing under it. */
const filled = <T extends object>(value: T): T | null => (isEmpty(value) ? null : value)

/** Scaling by the number of replicas (templates/hpa.yaml). */
export function horizontalAutoscalers(chart: Chart): KubernetesObject[] {
  if (!scalesHorizontally(chart)) return []
  const settings = horizontalSettings(chart)
  const field = (key: string) => valueAt(settings, [key])
  return [
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: metadataOf(chart, { component: 'availability' }),
      spec: {
        scaleTargetRef: {
          apiVersion: 'apps/v1',
          // In lower case, which Kubernetes takes for the kind as well.
          kind: chart.value('controller', 'type'),
          name: chart.fullName,
        },
        minReplicas: unquoted(field('minReplicas')),
        maxReplicas: unquoted(field('maxReplicas')),
        behavior: filled(
          present({
            scaleDown: scalingBehavior(field('scaleDown')),
            scaleUp: scalingBehavior(field('scaleUp')),
          }),
        ),
        metrics: filled(
          scalingMeasures(settings).map(({ resource, key }) => ({
            type: 'Resource',
            resource: {
              name: resource,
              target: { type: 'Utilization', averageUtilization: unquoted(field(key)) },
            },
          })),
        ),
      },
    },
  ]
}

function containerPolicy(policy: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return present({
    containerName: unquoted(policy.containerName),
    controlledResources: given(policy.controlledResources),
    controlledValues: given(policy.controlledValues),
    maxAllowed: given(policy.maxAllowed),
    minAllowed: given(policy.minAllowed),
  })
}

/**
 * Scaling by the size of requests (templates/vpa.yaml). It has no namespace of its own and so goes
 * where it is applied.
 */
export function verticalAutoscalers(chart: Chart): KubernetesObject[] {
  const vertical = (...path: readonly string[]) =>
    chart.value('controller', 'autoscaling', 'vertical', ...path)
  if (isEmpty(vertical('enabled'))) return []
  const policies = itemsOf(vertical('resourcePolicy', 'containerPolicies')).filter(isRecord)
  return [
    {
      apiVersion: 'autoscaling.k8s.io/v1',
      kind: 'VerticalPodAutoscaler',
      metadata: metadataOf(chart, { component: 'availability', namespace: null }),
      spec: present({
        recommenders: given(vertical('recommenders')),
        resourcePolicy: isEmpty(vertical('resourcePolicy'))
          ? undefined
          : filled(
              present({
                containerPolicies: given(policies.map(containerPolicy)),
              }),
            ),
        updatePolicy: given(vertical('updatePolicy')),
        targetRef: { apiVersion: 'apps/v1', kind: controllerKind(chart), name: chart.fullName },
      }),
    },
  ]
}
