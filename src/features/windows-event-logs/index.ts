import { valueAt } from '../../base/record'
import type { ValueOf } from '../../values/options'
import type { CollectorView, Feature } from '../types'
import { build } from './config'
import { options } from './options'
import { validate } from './validate'

export type Values = ValueOf<typeof options>

function listAt({ spec }: CollectorView, ...path: readonly string[]): readonly unknown[] {
  const found = valueAt(spec, path)
  return Array.isArray(found) ? found : []
}

/** templates/features/_feature_windows_event_logs.tpl */
export const windowsEventLogs = {
  key: 'windowsEventLogs',
  path: ['windowsEventLogs'],
  title: 'Windows Event Logs',
  name: 'Windows Event Logs',
  module: 'windows_event_logs',
  group: 'logs',
  help: 'Event channels of Windows nodes, such as Application, System and Security.',
  costs: 'One Alloy host process on every Windows node, on a collector of its own.',
  pipelines: [{ signal: 'logs', ecosystem: 'loki' }],
  options,
  home: 'alloy-logs',
  needsClustering: () => false,
  needs: ({ sources }) => ({
    presets: ['windows', 'windows-host-process', 'daemonset'],
    ...(sources.length === 0 && {
      values: [
        {
          path: ['windowsEventLogs', 'sources'],
          value: ['Application', 'System'].map((channel) => ({
            name: channel.toLowerCase(),
            eventLogName: channel,
            jobLabel: `integrations/windows-${channel.toLowerCase()}-logs`,
          })),
          why: 'Windows Event Logs has to be told which channels to read.',
        },
      ],
    }),
  }),
  build,
  influence({ values }, collector) {
    const { enabled, hostPath: path } = values.bookmarks
    if (!enabled) return {}
    const name = 'windowsevent-bookmarks'
    return {
      alloy: {
        mounts: {
          extra: [...listAt(collector, 'alloy', 'mounts', 'extra'), { name, mountPath: path }],
        },
      },
      controller: {
        volumes: {
          extra: [
            ...listAt(collector, 'controller', 'volumes', 'extra'),
            { name, hostPath: { path, type: 'DirectoryOrCreate' } },
          ],
        },
      },
    }
  },
  validate,
} satisfies Feature<Values>
