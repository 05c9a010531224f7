import { isRecord, valueAt } from '../../base/record'
import { alloyChartOptions } from '../../collectors/alloy-chart'
import type { Fix, Path } from '../../diagnostics/diagnostic'
import { isEmpty, printValue } from '../../values/helm'
import type { Group } from '../../values/options'
import type { KubernetesObject } from '../kubernetes-object'
import { horizontalSettings, scalesHorizontally, scalingMeasures } from './autoscalers'
import { type Chart, chartOf } from './chart'
import { controllerType, isControllerType } from './controllers'
import { disruptionLimits } from './pod-disruption-budget'

/**
 * Why the operator cannot make a collector's workload: the parent chart installs all the same, but
 * no pod will ever run.
 */
export interface WorkloadRefusal {
  /** A path into the object's spec. */
  readonly path: Path
  readonly message: string
  /** Their edits' paths are paths into the spec, too. */
  readonly fixes?: readonly Fix[]
}

/** Groups that templates skip when they are empty, or that only matter with other groups. */
const optionalGroups: ReadonlySet<string> = new Set([
  'crds',
  'controller.autoscaling.scaleDown',
  'controller.autoscaling.scaleUp',
  'controller.autoscaling.horizontal.scaleDown',
  'controller.autoscaling.horizontal.scaleUp',
  'controller.autoscaling.vertical',
])

interface NeededGroup {
  readonly path: readonly string[]
  readonly inner: readonly NeededGroup[]
}

/** The groups that have to be maps, for as long as those around them are. */
function neededGroups(group: Group, path: readonly string[] = []): NeededGroup {
  const inner = Object.entries(group.fields).flatMap(([key, field]) => {
    const below = [...path, key]
    return field.type === 'group' && !optionalGroups.has(below.join('.'))
      ? [neededGroups(field, below)]
      : []
  })
  return { path, inner }
}

const chartGroups = neededGroups(alloyChartOptions)

/** Groups of settings that are no map any more, the outermost of each branch. */
function brokenGroups({ path, inner }: NeededGroup, value: unknown): Path[] {
  if (!isRecord(value)) return [path]
  return inner.flatMap((group) => brokenGroups(group, valueAt(value, group.path.slice(-1))))
}

function removal(title: string, path: Path): readonly Fix[] {
  return [{ title, edits: [{ path, remove: true }], safe: false }]
}

function groupRefusals(chart: Chart): WorkloadRefusal[] {
  const broken = brokenGroups(chartGroups, chart.value())
  const crds = chart.value('crds')
  if (crds !== undefined && !isRecord(crds)) broken.push(['crds'])
  return broken.map((path) => ({
    path,
    message:
      'This has to be a map of settings: the operator’s chart looks inside, and fails on null or anything else.',
    fixes: removal('Remove it', path),
  }))
}

function scalerRefusals(chart: Chart): WorkloadRefusal[] {
  const horizontal = ['controller', 'autoscaling', 'horizontal']
  const scales = (key: string) => !isEmpty(chart.value(...horizontal, key))
  if (scales('enabled') && scales('externalHPA')) {
    const path = [...horizontal, 'externalHPA']
    return [
      {
        path,
        message:
          'Either the chart’s own autoscaler or an external one sets the replicas, not both at once.',
        fixes: removal('Use the chart’s autoscaler', path),
      },
    ]
  }
  if (!scalesHorizontally(chart)) return []
  return scalingMeasures(horizontalSettings(chart)).flatMap(({ resource }) => {
    const places = [
      { path: ['alloy', 'resources', 'requests', resource], value: chart.alloy },
      { path: ['configReloader', 'resources', 'requests', resource], value: undefined },
    ]
    return places
      .filter(({ path, value }) => isEmpty(value ? value(...path.slice(1)) : chart.value(...path)))
      .map(({ path }) => ({
        path,
        message: [
          'The autoscaler aims at a share of the requested ',
          resource,
          ', so every container has to request some; the reloader too, even when it is off.',
        ].join(''),
      }))
  })
}

function budgetRefusals(chart: Chart): WorkloadRefusal[] {
  const limits = disruptionLimits(chart)
  if (!limits) return []
  const path = ['controller', 'podDisruptionBudget']
  if (chart.value('controller', 'type') === 'daemonset') {
    return [
      {
        path: [...path, 'enabled'],
        message: 'A disruption budget cannot protect a DaemonSet, whose pods a drain leaves alone.',
        fixes: removal('Do without a budget', path),
      },
    ]
  }
  if (limits.set.length === 1) return []
  return [
    {
      path,
      message:
        limits.set.length === 0
          ? 'A disruption budget needs a limit: set minAvailable or maxUnavailable.'
          : 'A disruption budget has one limit: keep minAvailable or maxUnavailable, not both.',
      ...(limits.set.length > 1 && {
        fixes: limits.set.flatMap((key) => removal(['Drop', key].join(' '), [...path, key])),
      }),
    },
  ]
}

function ruleRefusals(chart: Chart): WorkloadRefusal[] {
  const rbac = (key: string) => chart.value('rbac', key)
  if (isEmpty(rbac('create')) || !isEmpty(rbac('namespaces'))) return []
  const [empty, another] = ['rules', 'clusterRules'].filter((key) => isEmpty(rbac(key)))
  if (empty === undefined || another !== undefined) return []
  return [
    {
      path: ['rbac', empty],
      message:
        'The operator’s chart writes broken YAML when one of rules and clusterRules is empty and the other is not. Keep a rule in each, or empty both.',
      fixes: removal('Go back to the usual rules', ['rbac', empty]),
    },
  ]
}

function storageRefusals(chart: Chart): WorkloadRefusal[] {
  const key = 'enableStatefulSetAutoDeletePVC'
  if (isEmpty(chart.value(key)) || controllerType(chart) !== 'statefulset') return []
  return [
    {
      path: [key],
      message: 'This setting belongs under controller.',
      fixes: [
        {
          title: 'Move it under controller',
          edits: [
            { path: [key], remove: true },
            { path: ['controller', key], value: true },
          ],
          safe: true,
        },
      ],
    },
  ]
}

/** An unknown type is not refused in words: there is just no controller. */
function typeRefusals(chart: Chart): WorkloadRefusal[] {
  if (controllerType(chart) || !isRecord(chart.value('controller'))) return []
  const path = ['controller', 'type']
  const written = printValue(chart.value(...path)).toLowerCase()
  return [
    {
      path,
      message: 'Only daemonset, deployment and statefulset exist; any other type makes no pods.',
      ...(isControllerType(written) && {
        fixes: [
          { title: ['Use', written].join(' '), edits: [{ path, value: written }], safe: true },
        ],
      }),
    },
  ]
}

/** Everything for which the operator's chart refuses a spec, all at once. */
export function workloadRefusals(alloyObject: KubernetesObject): WorkloadRefusal[] {
  const chart = chartOf(alloyObject)
  return [
    ...groupRefusals(chart),
    ...typeRefusals(chart),
    ...scalerRefusals(chart),
    ...budgetRefusals(chart),
    ...ruleRefusals(chart),
    ...storageRefusals(chart),
  ]
}
