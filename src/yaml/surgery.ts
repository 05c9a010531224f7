import { isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import {
  blockLines,
  itemLines,
  type Layout,
  pairLines,
  printFlow,
  printKey,
  type Quotes,
} from './print'
import {
  columnOf,
  contentEnd,
  itemTokens,
  lineEnd,
  type Patch,
  pairEnd,
  pairStart,
  type Slot,
} from './slots'
import { nodeRange } from './source-map'

const indented = (lines: readonly string[], column: number): string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line))

function quotesOf(node: unknown): Quotes {
  if (!isScalar(node)) return undefined
  if (node.type === 'QUOTE_DOUBLE') return 'double'
  return node.type === 'QUOTE_SINGLE' ? 'single' : undefined
}

const insert = (offset: number, text: string): Patch => ({ start: offset, end: offset, text })

/** Puts a value where another one, or nothing, stands. */
export function replaceValue(
  text: string,
  slot: Slot,
  value: unknown,
  layout: Layout,
): Patch[] | undefined {
  const { newline } = layout
  if (slot.flow) {
    const flow = printFlow(value)
    if (slot.start !== undefined) return [{ start: slot.start, end: slot.end, text: flow }]
    return slot.indicatorEnd === undefined ? undefined : [insert(slot.indicatorEnd, ` ${flow}`)]
  }
  const { inline, lines } = blockLines(value, layout, quotesOf(slot.node))
  if (slot.kind === 'root') {
    if (slot.start !== undefined) {
      return [{ start: slot.start, end: slot.end, text: lines.join(newline) }]
    }
    const gap = text === '' || text.endsWith('\n') ? '' : newline
    return [insert(text.length, gap + lines.join(newline) + newline)]
  }
  const { indicatorEnd } = slot
  if (indicatorEnd === undefined) return undefined
  const start = slot.start ?? indicatorEnd
  const headEnd = lineEnd(text, indicatorEnd)
  const sameLine = start <= headEnd
  const oneLine = sameLine && slot.end <= headEnd
  if (inline) {
    const [first = '', ...rest] = lines
    const tail = indented(rest, slot.column).map((line) => newline + line)
    const spaced = ` ${first}`
    if (oneLine) {
      const head: Patch = {
        start: indicatorEnd,
        end: slot.start === undefined ? indicatorEnd : slot.end,
        text: slot.start === undefined ? spaced : text.slice(indicatorEnd, start) + first,
      }
      return tail.length === 0 ? [head] : [head, insert(headEnd, tail.join(''))]
    }
    if (sameLine) return [{ start, end: slot.end, text: first + tail.join('') }]
    return [insert(indicatorEnd, spaced), { start: headEnd, end: slot.end, text: tail.join('') }]
  }
  if (slot.kind === 'item') {
    const column = sameLine && slot.start !== undefined ? columnOf(text, start) : slot.column + 2
    const body = indented(lines, column).join(newline).trimStart()
    return sameLine && slot.start !== undefined
      ? [{ start, end: slot.end, text: body }]
      : [{ start: indicatorEnd, end: slot.end, text: ` ${body}` }]
  }
  const deeper = Array.isArray(value) && !layout.indentLists ? 0 : layout.indent
  const body = indented(lines, slot.column + deeper).join(newline)
  if (oneLine) {
    const trailing = text.slice(slot.end, headEnd).trim() === '' ? headEnd : slot.end
    return [{ start: indicatorEnd, end: trailing, text: '' }, insert(headEnd, newline + body)]
  }
  if (sameLine) return [{ start: indicatorEnd, end: slot.end, text: newline + body }]
  const firstLine = text.lastIndexOf('\n', start - 1) + 1
  return [{ start: firstLine, end: slot.end, text: body }]
}

/** Adds a pair after the last one of a map that has pairs already. */
export function addPair(
  text: string,
  map: YAMLMap,
  key: string,
  value: unknown,
  layout: Layout,
): Patch[] | undefined {
  const last = map.items.at(-1)
  if (!last) return undefined
  const end = pairEnd(text, last)
  if (map.flow) {
    return [insert(end, `, ${printKey(key, true)}: ${printFlow(value)}`)]
  }
  const column = columnOf(text, nodeRange(map)?.[0] ?? 0)
  const lines = indented(pairLines(key, value, layout), column)
  return [insert(lineEnd(text, end), layout.newline + lines.join(layout.newline))]
}

/** Adds an item to a list that has items already, before the one that is now at the index. */
export function addItem(
  text: string,
  list: YAMLSeq,
  index: number,
  value: unknown,
  layout: Layout,
): Patch[] | undefined {
  if (index > list.items.length || list.items.length === 0) return undefined
  if (list.flow) {
    if (index === 0) {
      const start = nodeRange(list.items[0])?.[0]
      return start === undefined ? undefined : [insert(start, `${printFlow(value)}, `)]
    }
    return [insert(contentEnd(text, list.items[index - 1]), `, ${printFlow(value)}`)]
  }
  const dash = itemTokens(list)[0]?.find((token) => token.type === 'seq-item-ind')
  if (!dash) return undefined
  const column = columnOf(text, dash.offset)
  const body = indented(itemLines(value, layout), column).join(layout.newline)
  if (index === 0) {
    const lineStart = text.lastIndexOf('\n', dash.offset - 1) + 1
    return text.slice(lineStart, dash.offset).trim() === ''
      ? [insert(lineStart, body + layout.newline)]
      : [insert(dash.offset, body.trimStart() + layout.newline + ' '.repeat(column))]
  }
  return [insert(lineEnd(text, itemEnd(text, list, index - 1)), layout.newline + body)]
}

function itemEnd(text: string, list: YAMLSeq, index: number): number {
  const dash = itemTokens(list)[index]?.find((token) => token.type === 'seq-item-ind')
  return Math.max(dash ? dash.offset + 1 : 0, contentEnd(text, list.items[index]))
}

/** Removes whole lines, or from one entry to the next where the first shares its line with a dash. */
function removeEntry(
  text: string,
  start: number,
  end: number,
  next: number | undefined,
): Patch[] | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  if (text.slice(lineStart, start).replace('\ufeff', '').trim() === '') {
    const bom = text.startsWith('\ufeff', lineStart) ? 1 : 0
    const newline = text.indexOf('\n', end)
    return [{ start: lineStart + bom, end: newline < 0 ? text.length : newline + 1, text: '' }]
  }
  return next === undefined ? undefined : [{ start, end: next, text: '' }]
}

function removeInBrackets(
  starts: readonly number[],
  ends: readonly number[],
  index: number,
): Patch[] | undefined {
  const start = starts[index]
  const end = ends[index]
  const next = starts[index + 1]
  const previous = ends[index - 1]
  if (start === undefined || end === undefined) return undefined
  if (next !== undefined) return [{ start, end: next, text: '' }]
  return previous === undefined ? undefined : [{ start: previous, end, text: '' }]
}

/** Removes a pair from a map that keeps others. */
export function removePair(text: string, map: YAMLMap, pair: Pair): Patch[] | undefined {
  const index = map.items.indexOf(pair)
  if (map.items.length < 2 || index < 0) return undefined
  if (map.flow) {
    const ends = map.items.map((item) => pairEnd(text, item))
    return removeInBrackets(map.items.map(pairStart), ends, index)
  }
  const next = map.items[index + 1]
  return removeEntry(text, pairStart(pair), pairEnd(text, pair), next && pairStart(next))
}

/** Removes the lines of a file's only pair; its comments stay. */
export function removeOnlyPair(text: string, map: YAMLMap): Patch[] | undefined {
  const [pair] = map.items
  return pair && removeEntry(text, pairStart(pair), pairEnd(text, pair), undefined)
}

/** Removes an item from a list that keeps others. */
export function removeItem(text: string, list: YAMLSeq, index: number): Patch[] | undefined {
  if (list.items.length < 2) return undefined
  if (list.flow) {
    const ranges = list.items.map((item) => nodeRange(item) ?? [0, 0])
    return removeInBrackets(
      ranges.map(([start]) => start),
      ranges.map(([, end]) => end),
      index,
    )
  }
  const dashes = itemTokens(list).map(
    (tokens) => tokens.find((token) => token.type === 'seq-item-ind')?.offset,
  )
  const start = dashes[index]
  if (start === undefined) return undefined
  return removeEntry(text, start, itemEnd(text, list, index), dashes[index + 1])
}

/** Whether a node is a map or list with something in it, so that entries can be added beside. */
export function hasEntries(node: unknown): node is YAMLMap | YAMLSeq {
  return (isMap(node) || isSeq(node)) && node.items.length > 0
}
