import { isAlias, isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'
import { isRecord, setOwn, valueAt } from '../base/record'
import { removeIn, sameTree, setIn } from '../base/tree'
import type { Edit, Path } from '../diagnostics/diagnostic'
import { type ParsedText, parseText } from './parse'
import { printValues } from './print'
import { aliasValues, readValues } from './read'
import { itemSlot, layoutOf, type Patch, pairSlot, rootSlot, type Slot } from './slots'
import { findPair } from './source-map'
import {
  addItem,
  addPair,
  hasEntries,
  removeItem,
  removeOnlyPair,
  removePair,
  replaceValue,
} from './surgery'

/** The smallest steps into which an edit falls; `insert` puts an item between two others. */
type Step = Edit | { readonly path: Path; readonly insert: unknown }

/** More steps than this and the part is written anew, which reads better and is faster. */
const mostSteps = 40

/** The value as it will be read again: no `undefined`, no infinity, no half characters. */
function plain(value: unknown, depth = 0): unknown {
  if (depth > 100) return null
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1))
  if (isRecord(value)) {
    const out: Record<string, unknown> = {}
    for (const [key, item] of Object.entries(value)) {
      if (item !== undefined) setOwn(out, wellFormed(key), plain(item, depth + 1))
    }
    return out
  }
  if (typeof value === 'string') return wellFormed(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'boolean' ? value : null
}

const wellFormed = (text: string) => text.replaceAll(/\p{Cs}/gu, '\ufffd')

function expectedAfter(values: unknown, edit: Edit): unknown {
  if ('remove' in edit) return edit.path.length === 0 ? {} : removeIn(values, edit.path)
  return setIn(values, edit.path, plain(edit.value))
}

/** What is met on the way along a path, as far as the text has it. */
interface Way {
  /** The slots of the root and of each value on the path. */
  readonly slots: readonly Slot[]
  /** The maps and lists that the slots hold. */
  readonly containers: readonly (YAMLMap | YAMLSeq)[]
}

function wayIn(text: string, contents: unknown, path: Path): Way {
  const slots: Slot[] = [rootSlot(text, contents)]
  const containers: (YAMLMap | YAMLSeq)[] = []
  let node: unknown = contents
  for (const key of path) {
    if (isMap(node)) {
      containers.push(node)
      const pair = findPair(node, key)
      if (!pair) break
      slots.push(pairSlot(text, node, pair))
      node = pair.value
    } else if (isSeq(node) && typeof key === 'number' && Object.hasOwn(node.items, key)) {
      containers.push(node)
      slots.push(itemSlot(text, node, key))
      node = node.items[key]
    } else {
      if (isSeq(node)) containers.push(node)
      break
    }
  }
  return { slots, containers }
}

/** The way in the last of the documents that know most of the path. */
function findWay({ text, documents }: ParsedText, path: Path): Way {
  const ways = documents.map((document) => wayIn(text, document.contents, path))
  return ways.reduce((best, way) => (way.slots.length >= best.slots.length ? way : best), {
    slots: [rootSlot(text, undefined)],
    containers: [],
  })
}

function applyPatches(text: string, patches: readonly Patch[] | undefined): string | undefined {
  if (!patches) return undefined
  // From the end, so that offsets stay true; what is taken away goes before what is put there.
  const ordered = patches.toSorted((a, b) => b.start - a.start || b.end - a.end)
  let out = text
  for (const { start, end, text: replacement } of ordered) {
    out = out.slice(0, start) + replacement + out.slice(end)
  }
  return out
}

/** One step as the smallest change of the text; `undefined` where the text's form does not allow it. */
function takeStep(text: string, step: Step, expected: unknown): string | undefined {
  const parsed = parseText(text)
  const layout = layoutOf(parsed)
  const { path } = step
  const { slots, containers } = findWay(parsed, path)
  const depth = slots.length - 1
  const key = path.at(-1)
  const container = containers[path.length - 1]
  if ('remove' in step) {
    if (depth < path.length || key === undefined || !container) return undefined
    if (container.items.length === 1) {
      const parent = slots[depth - 1]
      if (depth === 1 && isMap(container) && !container.flow) {
        return applyPatches(text, removeOnlyPair(text, container))
      }
      return (
        parent && applyPatches(text, replaceValue(text, parent, isMap(container) ? {} : [], layout))
      )
    }
    if (isMap(container)) {
      const pair = findPair(container, key)
      const without = pair && applyPatches(text, removePair(text, container, pair))
      // The same key may stand there once more; it would come to life.
      return without !== undefined &&
        container.items.filter((other) => findPairKey(other, key)).length > 1
        ? (takeStep(without, step, expected) ?? without)
        : without
    }
    return typeof key === 'number'
      ? applyPatches(text, removeItem(text, container, key))
      : undefined
  }
  if ('insert' in step) {
    return container && isSeq(container) && typeof key === 'number'
      ? applyPatches(text, addItem(text, container, key, step.insert, layout))
      : undefined
  }
  const slot = slots[depth]
  if (!slot) return undefined
  const value = valueAt(expected, path.slice(0, depth))
  if (depth === path.length) return applyPatches(text, replaceValue(text, slot, step.value, layout))
  const missing = path[depth]
  if (missing !== undefined && hasEntries(slot.node)) {
    const inner = valueAt(expected, path.slice(0, depth + 1))
    if (isMap(slot.node)) {
      return applyPatches(text, addPair(text, slot.node, String(missing), inner, layout))
    }
    if (missing === slot.node.items.length) {
      return applyPatches(text, addItem(text, slot.node, missing, inner, layout))
    }
  }
  return applyPatches(text, replaceValue(text, slot, value, layout))
}

function findPairKey(pair: { key: unknown }, key: string | number): boolean {
  return findPair({ items: [pair] } as YAMLMap, key) !== undefined
}

/** From one value to another in steps, so that what both have in common keeps its lines. */
function stepsBetween(before: unknown, after: unknown, path: Path): Step[] {
  if (sameTree(before, after)) return []
  if (isRecord(before) && isRecord(after) && filled(before) && filled(after)) {
    const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
    const steps = Object.entries(after).flatMap(([key, value]): Step[] =>
      Object.hasOwn(before, key)
        ? stepsBetween(before[key], value, [...path, key])
        : [{ path: [...path, key], value }],
    )
    return [...steps, ...removed.map((key): Step => ({ path: [...path, key], remove: true }))]
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length > 0 && after.length > 0) {
    return listSteps(before, after, path)
  }
  return [{ path, value: after }]
}

const filled = (map: object) => Object.keys(map).length > 0

function listSteps(before: readonly unknown[], after: readonly unknown[], path: Path): Step[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && sameTree(before[head], after[head])) head += 1
  let tail = 0
  while (tail < shorter - head && sameTree(before.at(-1 - tail), after.at(-1 - tail))) tail += 1
  const common = shorter - head - tail
  const steps: Step[] = []
  for (let index = head; index < head + common; index += 1) {
    steps.push(...stepsBetween(before[index], after[index], [...path, index]))
  }
  const from = head + common
  for (let index = before.length - tail - 1; index >= from; index -= 1) {
    steps.push({ path: [...path, index], remove: true })
  }
  for (let index = from; index < after.length - tail; index += 1) {
    steps.push({ path: [...path, index], insert: after[index] })
  }
  return steps
}

function reads(text: string | undefined, expected: unknown): text is string {
  if (text === undefined) return false
  const { values, problems } = readValues(text)
  return sameTree(values, expected) && problems.every((problem) => problem.severity !== 'error')
}

function takeSteps(text: string, steps: readonly Step[], expected: unknown): string | undefined {
  let out: string | undefined = text
  for (const step of steps) {
    if (out === undefined) return undefined
    out = takeStep(out, step, expected)
  }
  return reads(out, expected) ? out : undefined
}

/** Every reference with `*` written out, so that one place can change without the others. */
function inlineAliases(text: string): string {
  const parsed = parseText(text)
  const layout = layoutOf(parsed)
  const values = aliasValues(text)
  const patches: Patch[] = []
  const visit = (slot: Slot): void => {
    const { node } = slot
    if (isAlias(node)) patches.push(...(replaceValue(text, slot, values.get(node), layout) ?? []))
    else if (isMap(node)) for (const pair of node.items) visit(pairSlot(text, node, pair))
    else if (isSeq(node))
      node.items.forEach((_, index) => {
        visit(itemSlot(text, node, index))
      })
  }
  for (const { contents } of parsed.documents) visit(rootSlot(text, contents))
  return applyPatches(text, patches) ?? text
}

function editOne(text: string, edit: Edit): string {
  const { values, problems } = readValues(text)
  const expected = expectedAfter(values, edit)
  if (sameTree(values, expected)) return text
  const between = stepsBetween(valueAt(values, edit.path), valueAt(expected, edit.path), edit.path)
  const steps: readonly Step[] =
    'remove' in edit || !valueExists(values, edit.path) || between.length > mostSteps
      ? [edit]
      : between
  const direct = takeSteps(text, steps.map(plainStep), expected)
  if (direct !== undefined) return direct
  // A text that Helm refuses is the user's to repair: better unchanged than rewritten from a guess.
  if (problems.some((problem) => problem.severity === 'error')) return text
  const inlined = inlineAliases(text)
  if (inlined !== text) {
    const written = takeSteps(inlined, steps.map(plainStep), expected)
    if (written !== undefined) return written
  }
  for (let depth = edit.path.length; depth > 0; depth -= 1) {
    const path = edit.path.slice(0, depth)
    const value = valueAt(expected, path)
    if (value === undefined) continue
    const written = takeSteps(text, [{ path, value }], expected)
    if (written !== undefined) return written
  }
  const head = /^(?:[ \t]*(?:#.*)?\r?\n)*/.exec(text)?.[0] ?? ''
  return head + printValues(expected)
}

function plainStep(step: Step): Step {
  return 'value' in step ? { path: step.path, value: plain(step.value) } : step
}

function valueExists(values: unknown, path: Path): boolean {
  return valueAt(values, path) !== undefined
}

/**
 * Makes edits in a text and leaves the rest alone: comments, order, blank lines, quotes and
 * indentation. Only the lines of what changes are touched; without a change the same text comes
 * back.
 *
 * After each edit the text reads exactly as the values with that edit. Where the text's form stands
 * in the way (a reference with `*`, a merged map, a key twice), the smallest part around it is
 * written anew. A text with errors is edited only where that is safe, else it stays as it is.
 */
export function editValues(text: string, edits: readonly Edit[]): string {
  return edits.reduce(editOne, text)
}
