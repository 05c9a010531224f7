import { isRecord, valueAt } from '../../base/record'
import type { Fix } from '../../diagnostics/diagnostic'
import { isEmpty } from '../../values/helm'
import { requireDaemonSet } from '../collector-checks'
import type { CollectorView, FeatureContext } from '../types'
import type { LinuxValues, WindowsValues } from './discovery'

type Context = FeatureContext<LinuxValues | WindowsValues>
type MaybeCollector = CollectorView | undefined

/** What the user wrote about the collector, without presets and defaults. */
const userOf = (context: Context, { name }: CollectorView, path: readonly string[]) =>
  valueAt(context.root.user, ['collectors', name, ...path])

const listAt = (collector: CollectorView, path: readonly string[]): readonly unknown[] => {
  const found = valueAt(collector.spec, path)
  return Array.isArray(found) ? found : []
}

const addPreset = ({ name, presets }: CollectorView, preset: string): Fix => ({
  title: `Add the preset ${preset}`,
  edits: [{ path: ['collectors', name, 'presets'], value: [...presets, preset] }],
  safe: false,
})

/** Alloy reads the node that it runs on, so it runs on every node. */
export function checkOwnDaemonSet(context: Context, collector: MaybeCollector, system: string) {
  requireDaemonSet(
    context,
    collector,
    `Alloy reads each ${system} node itself, so it has to run on every one of them.`,
  )
}

/** templates/_collector_validation.tpl: Linux nodes are read through a mount of their root. */
export function checkHostRoot(context: Context, collector: MaybeCollector): void {
  if (!collector) return
  const path = ['alloy', 'mounts', 'extra']
  if (
    listAt(collector, path).some((mount) => isRecord(mount) && mount.mountPath === '/host/root')
  ) {
    return
  }
  const replaced = !isEmpty(userOf(context, collector, path))
  context.report({
    code: 'features.no-host-root',
    path: ['collectors', collector.name, ...path],
    message: replaced
      ? `Alloy reads Linux nodes under /host/root. The collector ${collector.name} has mounts of its own, which replace those of any preset, and this one is not among them.`
      : `Alloy reads Linux nodes under /host/root, which the collector ${collector.name} does not mount. The preset linux-host-monitor does it.`,
    fixes: replaced ? [] : [addPreset(collector, 'linux-host-monitor')],
  })
}

const systemPath = ['controller', 'nodeSelector', 'kubernetes.io/os']

/** The same for Windows: the collector has to run on Windows nodes. */
export function checkWindowsNodes(context: Context, collector: MaybeCollector): void {
  if (!collector || valueAt(collector.spec, systemPath) === 'windows') return
  const path = ['collectors', collector.name, ...systemPath]
  context.report({
    code: 'features.not-on-windows',
    path,
    message: `Alloy reads Windows nodes from within, so the collector ${collector.name} has to run on them. The preset windows does it.`,
    fixes: isEmpty(userOf(context, collector, systemPath))
      ? [addPreset(collector, 'windows')]
      : [{ title: 'Run it on Windows nodes', edits: [{ path, value: 'windows' }], safe: false }],
  })
}

/**
 * The config takes the instance label from NODE_NAME, which only the preset linux-host-monitor sets:
 * what the chart computes for Windows never reaches the collector.
 */
export function checkNodeName(context: Context, collector: MaybeCollector): void {
  if (!collector) return
  const path = ['alloy', 'extraEnv']
  const variables = listAt(collector, path)
  if (variables.some((variable) => isRecord(variable) && variable.name === 'NODE_NAME')) return
  context.report({
    code: 'features.no-node-name',
    path: ['collectors', collector.name, ...path],
    message: `The instance label is the variable NODE_NAME, which the collector ${collector.name} does not have, so that all nodes’ metrics are sent as one node’s. Add the variable.`,
    fixes: [
      {
        title: 'Add the variable NODE_NAME',
        edits: [
          {
            path: ['collectors', collector.name, ...path],
            value: [
              ...variables,
              { name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
            ],
          },
        ],
        safe: true,
      },
    ],
  })
}

/** Settings that the chart has for Windows hosts but never reads. */
export function checkUnusedSettings(context: FeatureContext<WindowsValues>): void {
  const { scheme, bearerTokenFile } = context.values
  const told = { scheme: scheme !== 'http', bearerTokenFile: bearerTokenFile !== '' }
  for (const [key, set] of Object.entries(told)) {
    if (!set) continue
    context.report({
      code: 'features.setting-not-read',
      path: [...context.path, key],
      message: `The chart has the setting ${key} here but never reads it: Windows Exporter is always scraped over http without a token.`,
    })
  }
}
