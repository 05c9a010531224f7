import { isMap } from 'yaml'
import { isRecord, setOwn, valueAt } from '../base/record'
import { sameTree, setIn } from '../base/tree'
import type { Path } from '../diagnostics/diagnostic'
import { editValues } from './edit'
import { parseText } from './parse'
import { printKey } from './print'
import { readValues } from './read'
import { findPair, nodeRange } from './source-map'

/** A map with one key called otherwise, in the same place. */
function withKey(map: Record<string, unknown>, from: string, to: string): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(map)) setOwn(out, key === from ? to : key, value)
  return out
}

/** Writes another key where the old one stands; `undefined` where the text has no such place. */
function patchKey(text: string, path: Path, to: string): string | undefined {
  const { documents } = parseText(text)
  let node: unknown = documents.at(-1)?.contents
  for (const key of path.slice(0, -1)) {
    if (!isMap(node)) return undefined
    node = findPair(node, key)?.value
  }
  const key = path.at(-1)
  const pair = isMap(node) && key !== undefined ? findPair(node, key) : undefined
  const range = nodeRange(pair?.key)
  if (!isMap(node) || !range) return undefined
  return text.slice(0, range[0]) + printKey(to, node.flow ?? false) + text.slice(range[1])
}

/**
 * Gives the key at the end of a path, which leads through maps, another name; its value, its place
 * and its comments stay. Nothing is done where there is no such key, where the new one is taken, or
 * where the text has errors.
 */
export function renameKey(text: string, path: Path, to: string): string {
  const { values, problems } = readValues(text)
  const outer = path.slice(0, -1)
  const from = String(path.at(-1) ?? '')
  const map = valueAt(values, outer)
  if (!isRecord(map) || !Object.hasOwn(map, from) || Object.hasOwn(map, to)) return text
  if (problems.some(({ severity }) => severity === 'error')) return text
  const renamed = withKey(map, from, to)
  const patched = patchKey(text, path, to)
  if (patched !== undefined && sameTree(readValues(patched).values, setIn(values, outer, renamed)))
    return patched
  return editValues(text, [{ path: outer, value: renamed }])
}
