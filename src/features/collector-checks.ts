import { valueAt } from '../base/record'
import type { Fix, Path } from '../diagnostics/diagnostic'
import type { RootValues, UnitContext } from '../values/context'
import { isEmpty, printValue } from '../values/helm'
import type { CollectorView } from './types'

/** What a check of a collector may look at and say. */
type Checking = Pick<UnitContext, 'report'> & { readonly root: RootValues }

const collectorPath = (collector: CollectorView, ...rest: readonly string[]): Path => [
  'collectors',
  collector.name,
  ...rest,
]

/** Adds a preset, or sets its value where the user's own or another preset's would win over it. */
function presetFix(
  context: Checking,
  collector: CollectorView,
  preset: string,
  setting: { readonly path: readonly string[]; readonly value: string | boolean },
  safe: boolean,
): Fix {
  const own = collectorPath(collector, ...setting.path)
  const contradicted =
    valueAt(context.root.user, own) !== undefined || !isEmpty(valueAt(collector.spec, setting.path))
  return contradicted
    ? {
        title: `Set ${setting.path.join('.')} to ${setting.value}`,
        edits: [{ path: own, value: setting.value }],
        safe,
      }
    : {
        title: `Add the preset ${preset}`,
        edits: [
          { path: collectorPath(collector, 'presets'), value: [...collector.presets, preset] },
        ],
        safe,
      }
}

/**
 * The feature reads what is on each node, so its collector runs on each node. The chart takes a
 * missing type for a DaemonSet, save where `explicit` (the feature charts' _collector_validation.tpl).
 */
export function requireDaemonSet(
  context: Checking,
  collector: CollectorView | undefined,
  why: string,
  explicit = false,
): void {
  if (!collector) return
  const type = valueAt(collector.spec, ['controller', 'type'])
  if (type === 'daemonset' || (type === undefined && !explicit)) return
  context.report({
    code: 'features.not-a-daemonset',
    path: collectorPath(collector, 'controller', 'type'),
    message:
      type === undefined
        ? `${why} The collector ${collector.name} does not say how it runs, and the chart wants to read daemonset here.`
        : `${why} The collector ${collector.name} runs as a ${type}; make it a DaemonSet, or give the feature to a collector that is one.`,
    fixes: [
      presetFix(
        context,
        collector,
        'daemonset',
        { path: ['controller', 'type'], value: 'daemonset' },
        type === undefined,
      ),
    ],
  })
}

/** The feature reads files under `/var/log` of the node. */
export function requireVarLog(
  context: Checking,
  collector: CollectorView | undefined,
  why: string,
): void {
  if (!collector || !isEmpty(valueAt(collector.spec, ['alloy', 'mounts', 'varlog']))) return
  context.report({
    code: 'features.no-var-log',
    path: collectorPath(collector, 'alloy', 'mounts', 'varlog'),
    message: `${why} The collector ${collector.name} does not mount that folder; the preset filesystem-log-reader does it.`,
    fixes: [
      presetFix(
        context,
        collector,
        'filesystem-log-reader',
        { path: ['alloy', 'mounts', 'varlog'], value: true },
        true,
      ),
    ],
  })
}

/**
 * Whether the collector has, or may come to have, more than one replica. Without a type it runs as
 * the operator has it, which is a DaemonSet.
 */
export function runsMoreThanOnce({ spec }: CollectorView): boolean {
  const type = valueAt(spec, ['controller', 'type'])
  if (isEmpty(type) || type === 'daemonset') return true
  if (Number(printValue(valueAt(spec, ['controller', 'replicas']) ?? 1)) > 1) return true
  return (
    valueAt(spec, ['controller', 'autoscaling', 'enabled']) === true ||
    valueAt(spec, ['controller', 'autoscaling', 'horizontal', 'enabled']) === true
  )
}
