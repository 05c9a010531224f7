import { describe, expect, it } from 'vitest'
import { removeIn, setIn } from '../../base/tree'
import { alloyObjectOf } from '../../testing/try-workloads'
import { workloadRefusals } from '.'

const refusals = (spec: unknown) => workloadRefusals(alloyObjectOf(spec))
const places = (spec: unknown) => refusals(spec).map(({ path }) => path.join('.'))

describe('workloadRefusals', () => {
  it.each([
    [{}],
    [
      {
        controller: { type: 'deployment', podDisruptionBudget: { enabled: true, minAvailable: 1 } },
      },
    ],
    [{ rbac: { rules: [], clusterRules: [] } }],
    [{ rbac: { rules: [], namespaces: ['a'] } }],
    [{ controller: { type: 'daemonset', autoscaling: { horizontal: { enabled: true } } } }],
    [
      {
        controller: { autoscaling: { horizontal: { scaleUp: null }, vertical: null } },
        crds: null,
      },
    ],
    [{ enableStatefulSetAutoDeletePVC: true }],
  ])('has nothing to say of %j', (spec) => {
    expect(refusals(spec)).toEqual([])
  })

  it.each([
    ['controller', { controller: null }],
    ['alloy.mounts', { alloy: { mounts: 'none' } }],
    ['global.image', { global: { image: [] } }],
    ['crds', { crds: true }],
    ['controller.type', { controller: { type: 'DaemonSet' } }],
    ['rbac.rules', { rbac: { rules: [] } }],
    ['rbac.clusterRules', { rbac: { clusterRules: null } }],
    [
      'controller.podDisruptionBudget.enabled',
      { controller: { podDisruptionBudget: { enabled: true, minAvailable: 1 } } },
    ],
    [
      'controller.podDisruptionBudget',
      { controller: { type: 'deployment', podDisruptionBudget: { enabled: true } } },
    ],
    [
      'controller.autoscaling.horizontal.externalHPA',
      {
        controller: {
          type: 'deployment',
          autoscaling: { horizontal: { enabled: true, externalHPA: true } },
        },
      },
    ],
    [
      'alloy.resources.requests.memory',
      { controller: { type: 'deployment', autoscaling: { enabled: true } } },
    ],
    [
      'enableStatefulSetAutoDeletePVC',
      { controller: { type: 'statefulset' }, enableStatefulSetAutoDeletePVC: true },
    ],
  ])('points at %s', (place, spec) => {
    expect(places(spec)).toEqual([place])
  })

  it('wants requests of the reloader too, for each resource that is watched', () => {
    expect(
      places({
        alloy: { resources: { requests: { memory: '1Gi' } } },
        configReloader: { resources: { requests: { cpu: null } } },
        controller: {
          type: 'statefulset',
          autoscaling: { horizontal: { enabled: true, targetCPUUtilizationPercentage: 70 } },
        },
      }),
    ).toEqual(['alloy.resources.requests.cpu', 'configReloader.resources.requests.cpu'])
  })

  it('offers fixes that leave nothing to refuse', () => {
    for (const spec of [
      { controller: null },
      { rbac: { rules: [] } },
      { controller: { type: 'StatefulSet' } },
      { controller: { podDisruptionBudget: { enabled: true, minAvailable: 1 } } },
      {
        controller: {
          type: 'deployment',
          podDisruptionBudget: { enabled: true, minAvailable: 1, maxUnavailable: 1 },
        },
      },
      { controller: { type: 'statefulset' }, enableStatefulSetAutoDeletePVC: true },
    ]) {
      for (const fix of refusals(spec)[0]?.fixes ?? []) {
        const fixed = fix.edits.reduce<unknown>(
          (tree, edit) =>
            'value' in edit ? setIn(tree, edit.path, edit.value) : removeIn(tree, edit.path),
          spec,
        )
        expect(refusals(fixed)).toEqual([])
      }
      expect(refusals(spec)[0]?.fixes?.length).toBeGreaterThan(0)
    }
  })
})
