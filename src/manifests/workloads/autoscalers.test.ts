import { describe, expect, it } from 'vitest'
import { tryWorkloads } from '../../testing/try-workloads'

const scaled = (type: string, autoscaling: object) =>
  tryWorkloads({ controller: { type, autoscaling } }, { verticalPodAutoscaler: true })

describe('the horizontal autoscaler', () => {
  it('is made for replicas only, and not beside an external one', () => {
    const horizontal = { enabled: true }
    expect(scaled('deployment', { horizontal }).kinds).toContain('HorizontalPodAutoscaler')
    expect(scaled('statefulset', { enabled: true }).kinds).toContain('HorizontalPodAutoscaler')
    expect(scaled('daemonset', { horizontal }).kinds).not.toContain('HorizontalPodAutoscaler')
    expect(
      scaled('deployment', { horizontal: { externalHPA: true }, enabled: true }).kinds,
    ).not.toContain('HorizontalPodAutoscaler')
  })

  it('reads the newer section once that is on, the older one otherwise', () => {
    const most = (autoscaling: object) =>
      (
        scaled('deployment', { maxReplicas: 7, ...autoscaling }).one('HorizontalPodAutoscaler')
          .spec as { maxReplicas: number }
      ).maxReplicas
    expect(most({ enabled: true })).toBe(7)
    expect(most({ enabled: true, horizontal: { enabled: true, maxReplicas: 9 } })).toBe(9)
  })

  it('watches memory, then CPU; a target of 0 is none', () => {
    const names = (targets: object) =>
      (
        scaled('deployment', { horizontal: { enabled: true, ...targets } }).one(
          'HorizontalPodAutoscaler',
        ).spec as { metrics: { resource: { name: string } }[] | null }
      ).metrics?.map(({ resource }) => resource.name)
    expect(names({ targetCPUUtilizationPercentage: 70 })).toEqual(['memory', 'cpu'])
    expect(names({})).toEqual(['memory'])
    expect(names({ targetMemoryUtilizationPercentage: 0 })).toBeUndefined()
  })

  it('chooses among policies only where there are some', () => {
    const policies = [{ type: 'Pods', value: 4, periodSeconds: 60 }]
    const { spec } = scaled('deployment', {
      horizontal: { enabled: true, scaleDown: { policies } },
    }).one('HorizontalPodAutoscaler')
    expect(spec).toMatchObject({
      behavior: { scaleDown: { policies, selectPolicy: 'Max', stabilizationWindowSeconds: 300 } },
    })
    expect((spec as { behavior: { scaleUp: object } }).behavior.scaleUp).toEqual({
      stabilizationWindowSeconds: 0,
    })
  })
})

describe('the vertical autoscaler', () => {
  it('points at the workload, whatever its kind', () => {
    for (const [type, kind] of [
      ['daemonset', 'DaemonSet'],
      ['statefulset', 'StatefulSet'],
    ] as const) {
      expect(
        scaled(type, { vertical: { enabled: true } }).one('VerticalPodAutoscaler').spec,
      ).toMatchObject({ targetRef: { kind, name: 'rel-alloy-x' } })
    }
  })

  it('is made only where the cluster knows it', () => {
    const spec = { controller: { autoscaling: { vertical: { enabled: true } } } }
    expect(tryWorkloads(spec).kinds).not.toContain('VerticalPodAutoscaler')
  })
})

describe('the disruption budget', () => {
  const budget = (podDisruptionBudget: object, type = 'statefulset') =>
    tryWorkloads({
      controller: { type, podDisruptionBudget: { enabled: true, ...podDisruptionBudget } },
    })

  it('has the one limit that is set', () => {
    expect(budget({ maxUnavailable: '30%' }).one('PodDisruptionBudget').spec).toHaveProperty(
      'maxUnavailable',
      '30%',
    )
  })

  it('is left out where the chart refuses it', () => {
    for (const refused of [
      budget({}),
      budget({ minAvailable: 1, maxUnavailable: 1 }),
      budget({ minAvailable: 1 }, 'daemonset'),
    ]) {
      expect(refused.kinds).not.toContain('PodDisruptionBudget')
    }
  })
})
