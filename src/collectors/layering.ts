import { frozen } from '../base/frozen'
import { isRecord, valueAt } from '../base/record'
import type { Global } from '../values/global'
import { isEmpty, mergeMissing, mergeOverwrite } from '../values/helm'
import { collectorDefaults, pinnedImageTag } from './defaults'
import { presetNamed } from './presets'

/** Lists of presets that add up instead of the first winning. */
const addingPaths = [
  ['alloy', 'extraPorts'],
  ['alloy', 'mounts', 'extra'],
  ['controller', 'volumes', 'extra'],
  ['controller', 'initContainers'],
] as const

const listAt = (tree: unknown, path: readonly string[]): unknown[] => {
  const found = valueAt(tree, path)
  return Array.isArray(found) ? found : []
}

const nest = (path: readonly string[], value: unknown): Record<string, unknown> =>
  path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Record<string, unknown>

/** Every collector's layers are laid several times, and only a few combinations are in use. */
const presetLayers = new Map<string, Readonly<Record<string, unknown>>>()

/**
 * The presets' layer. The first that is listed wins where two set the same thing, although the
 * chart's documentation says the last does; four lists add up.
 */
export function presetLayer(names: readonly unknown[]): Readonly<Record<string, unknown>> {
  const chosen = names.map(presetNamed).filter((preset) => preset !== undefined)
  const key = chosen.map(({ name }) => name).join()
  const known = presetLayers.get(key)
  if (known) return known
  let layer: Record<string, unknown> = {}
  for (const preset of chosen) {
    for (const path of addingPaths) {
      const incoming = listAt(preset.values, path)
      if (incoming.length > 0) {
        layer = mergeOverwrite(layer, nest(path, [...listAt(layer, path), ...incoming]))
      }
    }
    layer = mergeMissing(layer, preset.values)
  }
  presetLayers.set(key, frozen(layer))
  return layer
}

/** The part of `global` that reaches every collector. */
function globalLayer(global: Global): Record<string, unknown> {
  const { registry, pullSecrets, pullPolicy } = global.image
  const image = {
    ...(registry !== '' && { registry }),
    ...(!isEmpty(pullSecrets) && { pullSecrets }),
    ...(pullPolicy !== '' && { pullPolicy }),
  }
  const inner = {
    ...(!isEmpty(image) && { image }),
    ...(!isEmpty(global.podSecurityContext) && { podSecurityContext: global.podSecurityContext }),
  }
  return isEmpty(inner) ? {} : { global: inner }
}

/** What all collectors have in common. */
export interface CommonLayers {
  readonly global: Global
  /** `collectorCommon.alloy`: it overlays the root of the object, not its `alloy` block. */
  readonly common: unknown
  /** `alloy-operator.deploy`. */
  readonly operatorDeployed: boolean
}

/**
 * A collector's values, low to high: chart defaults, image pin, presets, global, common, the
 * automatic cluster name, the user's own (templates/collectors/_collector_helpers.tpl,
 * `collector.alloy.values`).
 */
export function collectorSpec(
  name: string,
  user: Readonly<Record<string, unknown>>,
  layers: CommonLayers,
): Record<string, unknown> {
  const fromPresets = presetLayer(Array.isArray(user.presets) ? user.presets : [])
  const clusteringPath = ['alloy', 'clustering', 'enabled'] as const
  const clustered =
    !isEmpty(valueAt(user, clusteringPath)) || !isEmpty(valueAt(fromPresets, clusteringPath))
  const named = !isEmpty(valueAt(user, ['alloy', 'clustering', 'name']))
  return mergeOverwrite(
    collectorDefaults,
    layers.operatorDeployed ? {} : { image: { tag: pinnedImageTag } },
    fromPresets,
    globalLayer(layers.global),
    isRecord(layers.common) ? layers.common : {},
    clustered && !named ? { alloy: { clustering: { name } } } : {},
    user,
  )
}
