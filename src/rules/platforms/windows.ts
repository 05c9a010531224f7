import { isRecord, listAt, valueAt } from '../../base/record'
import type { CollectorView } from '../../features/types'
import { isEmpty } from '../../values/helm'
import type { Rule } from '../types'

/** Presets whose settings have no meaning on Windows, or that Windows refuses. */
const linuxPresets = new Set([
  'filesystem-log-reader',
  'host-cgroup',
  'host-storage',
  'host-tracefs',
  'linux-host-monitor',
  'privileged',
  'root',
])

/** Settings that Windows nodes refuse, each with where it stands. */
const refused: readonly { readonly path: readonly string[]; readonly words: string }[] = [
  { path: ['alloy', 'securityContext', 'privileged'], words: 'privileged containers' },
  { path: ['alloy', 'securityContext', 'capabilities'], words: 'Linux capabilities' },
  { path: ['alloy', 'securityContext', 'seccompProfile'], words: 'seccomp profiles' },
  { path: ['alloy', 'securityContext', 'runAsUser'], words: 'numbers of users' },
  { path: ['controller', 'hostPID'], words: 'process ids of the node' },
  { path: ['alloy', 'mounts', 'varlog'], words: 'the folder /var/log' },
  { path: ['alloy', 'mounts', 'dockercontainers'], words: 'the folder of Docker on Linux' },
]

function refusedWords({ spec }: CollectorView): string[] {
  const linuxFolders = listAt(spec, ['controller', 'volumes', 'extra'])
    .map((volume) => valueAt(volume, ['hostPath', 'path']))
    .filter((path) => typeof path === 'string' && /^\/(?!ProgramData)/i.test(path))
  return [
    ...refused.filter(({ path }) => !isEmpty(valueAt(spec, path))).map(({ words }) => words),
    ...linuxFolders.map((path) => `the folder ${path}`),
  ]
}

const reloader = ['configReloader', 'enabled']

/** Collectors on Windows nodes with settings that only Linux understands. */
export const windows: Rule = ({ model, collectors }) => {
  for (const { view } of collectors) {
    const { spec, name, presets } = view
    const selector = valueAt(spec, ['controller', 'nodeSelector'])
    if (!isRecord(selector) || selector['kubernetes.io/os'] !== 'windows') continue
    const words = refusedWords(view)
    const path = ['collectors', name, 'presets']
    if (words.length > 0) {
      const kept = presets.filter((preset) => !linuxPresets.has(preset))
      const fitting = kept.includes('windows') ? kept : ['windows', ...kept]
      model.report({
        code: 'platforms.windows-refuses',
        path,
        message: `${name} runs on Windows nodes, where there is no such thing as ${words.join(', ')}. Its pods would not start. The preset windows takes away what all collectors have of this; leave the rest out.`,
        fixes:
          fitting.length === presets.length && fitting.every((one) => presets.includes(one))
            ? []
            : [
                {
                  title: 'Keep only presets that fit Windows',
                  edits: [{ path, value: fitting }],
                  safe: false,
                },
              ],
      })
    }
    if (isEmpty(valueAt(spec, reloader)) && valueAt(spec, reloader) !== undefined) continue
    const own = ['collectors', name, ...reloader]
    model.report({
      code: 'platforms.windows-refuses',
      path: own,
      message: `${name} runs on Windows nodes, and there is no image of the container that reloads the configuration for Windows. Turn it off.`,
      fixes: [{ title: 'Turn the reloader off', edits: [{ path: own, value: false }], safe: true }],
    })
  }
}
