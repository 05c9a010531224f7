import { isRecord, listAt, valueAt } from '../base/record'
import { featureValues } from '../collectors/assignment'
import type { Rule } from './types'

const defaultStorage = '/tmp/alloy'
const storagePreset = 'host-storage'

/** What each reader of files does when it has forgotten how far it had read. */
const readers: Readonly<Record<string, (values: Readonly<Record<string, unknown>>) => string>> = {
  podLogsViaLoki: ({ onlyGatherNewLogLines }) =>
    onlyGatherNewLogLines === true
      ? 'goes on at the end of each file, and what was written meanwhile is missing'
      : 'sends every file from its beginning once more',
  nodeLogs: () => 'sends the last hours of the journal once more',
}

/** Whether a folder of the container outlives the pod: on the node or on a claimed volume. */
function isKept(spec: Readonly<Record<string, unknown>>, folder: string): boolean {
  const lasting = new Set([
    ...listAt(spec, ['controller', 'volumes', 'extra'])
      .filter(isRecord)
      .filter((volume) => volume.emptyDir === undefined)
      .map(({ name }) => name),
    ...listAt(spec, ['controller', 'volumeClaimTemplates']).map((claim) =>
      valueAt(claim, ['metadata', 'name']),
    ),
  ])
  return listAt(spec, ['alloy', 'mounts', 'extra'])
    .filter(isRecord)
    .some(
      ({ name, mountPath }) =>
        lasting.has(name) &&
        typeof mountPath === 'string' &&
        `${folder}/`.startsWith(`${mountPath.replace(/\/+$/, '')}/`),
    )
}

/** Readers of log files that forget their positions with each restart of the pod. */
export const positions: Rule = ({ model, assignments, collectors }) => {
  for (const { feature } of assignments) {
    if (feature.key !== 'podLogsViaOpenTelemetry') continue
    const onlyNew = featureValues(model, feature).onlyGatherNewLogLines === true
    model.report({
      code: 'advice.positions-lost',
      path: [feature.path[0], 'enabled'],
      message: `Pod Logs via OpenTelemetry keeps in memory how far it has read, as the chart connects its receiver to no storage. Restarted, it ${onlyNew ? 'misses what was written meanwhile' : 'sends all files once more'}. Pod Logs via Loki can keep its positions.`,
    })
  }
  for (const { view } of collectors) {
    const { spec, presets, name } = view
    const happens = assignments.flatMap(({ feature, collector }) => {
      const reader = Object.hasOwn(readers, feature.key) ? readers[feature.key] : undefined
      if (!reader || collector !== name) return []
      return [`${feature.title} ${reader(featureValues(model, feature))}`]
    })
    const storage = valueAt(spec, ['alloy', 'storagePath'])
    const folder = typeof storage === 'string' && storage !== '' ? storage : defaultStorage
    if (happens.length === 0 || isKept(spec, folder)) continue
    const path = ['collectors', name]
    // Lists of the user's own replace those of presets, so that the preset would be half there.
    const effective = [
      [...path, 'alloy', 'storagePath'],
      [...path, 'alloy', 'mounts', 'extra'],
      [...path, 'controller', 'volumes', 'extra'],
    ].every((own) => valueAt(model.root.user, own) === undefined)
    model.report({
      code: 'advice.positions-lost',
      path: [...path, 'alloy', 'storagePath'],
      message: `${name} keeps in ${folder}, inside its pod, how far it has read. After an update ${happens.join(', and ')}. The preset ${storagePreset} keeps the positions on the node.`,
      fixes:
        effective && !presets.includes(storagePreset)
          ? [
              {
                title: `Add the preset ${storagePreset}`,
                edits: [{ path: [...path, 'presets'], value: [...presets, storagePreset] }],
                safe: false,
              },
            ]
          : [],
    })
  }
}
