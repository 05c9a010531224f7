import {
  type CST,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { ParsedText } from './parse'
import { type Layout, tidyLayout } from './print'
import { nodeRange } from './source-map'

/** One change of a text: what stands from `start` to `end` gives way to `text`. */
export interface Patch {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Where a value stands or could stand: behind a colon, a dash or in brackets. */
export interface Slot {
  readonly kind: 'pair' | 'item' | 'root'
  readonly node: unknown
  /** Inside brackets, where everything stays on one line. */
  readonly flow: boolean
  /** Offset behind the colon or dash; `undefined` where there is none. */
  readonly indicatorEnd: number | undefined
  /** First offset of the value, its anchor and tag included; `undefined` for an empty one. */
  readonly start: number | undefined
  readonly end: number
  /** Column of the key or dash. */
  readonly column: number
}

type PairToken = { start?: CST.SourceToken[]; sep?: CST.SourceToken[]; key?: CST.Token | null }

const isProperty = (token: CST.SourceToken) => token.type === 'anchor' || token.type === 'tag'

const tokenEnd = (token: CST.SourceToken) => token.offset + token.source.length

/** The column of an offset; a byte order mark takes no room. */
export function columnOf(text: string, offset: number): number {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  return offset - lineStart - (text.startsWith('\ufeff', lineStart) ? 1 : 0)
}

/** The end of an offset's line, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset)
  if (newline < 0) return text.length
  return newline > offset && text[newline - 1] === '\r' ? newline - 1 : newline
}

function isBlank(node: unknown): boolean {
  if (node === null || node === undefined) return true
  const range = nodeRange(node)
  return !range || (isScalar(node) && range[0] === range[1])
}

/** The tokens of each item of a list, in step with the list's nodes. */
export function itemTokens(list: YAMLSeq): CST.SourceToken[][] {
  const token = list.srcToken
  if (token?.type !== 'block-seq') return []
  return token.items
    .map((item) => item.start)
    .filter((start) => start.some((part) => part.type === 'seq-item-ind'))
}

/** Where a node's own text ends, without the blank lines and comments that follow. */
export function contentEnd(text: string, node: unknown): number {
  const [start, end] = nodeRange(node) ?? [0, 0]
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1)
    return last ? pairEnd(text, last) : end
  }
  if (isSeq(node) && !node.flow) {
    const last = node.items.at(-1)
    if (!isBlank(last)) return contentEnd(text, last)
    const tokens = itemTokens(node)
      .at(-1)
      ?.filter((token) => isProperty(token) || token.type === 'seq-item-ind')
    const lastToken = tokens?.at(-1)
    return lastToken ? tokenEnd(lastToken) : end
  }
  if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) {
    return start + text.slice(start, end).trimEnd().length
  }
  return end
}

/** Where a pair's own text ends. */
export function pairEnd(text: string, pair: Pair): number {
  if (!isBlank(pair.value)) return contentEnd(text, pair.value)
  const token = pair.srcToken as PairToken | undefined
  const ends = (token?.sep ?? [])
    .filter((part) => isProperty(part) || part.type === 'map-value-ind')
    .map(tokenEnd)
  return Math.max(nodeRange(pair.key)?.[1] ?? 0, ...ends)
}

/** Where a pair's own text begins: its `?`, anchor or tag if it has one. */
export function pairStart(pair: Pair): number {
  const token = pair.srcToken as PairToken | undefined
  const starts = (token?.start ?? [])
    .filter((part) => isProperty(part) || part.type === 'explicit-key-ind')
    .map((part) => part.offset)
  return Math.min(nodeRange(pair.key)?.[0] ?? Number.POSITIVE_INFINITY, ...starts)
}

function slotOf(
  text: string,
  node: unknown,
  tokens: readonly CST.SourceToken[],
  indicator: CST.SourceToken | undefined,
  about: Pick<Slot, 'kind' | 'flow' | 'column'>,
): Slot {
  const properties = tokens.filter(
    (token) => isProperty(token) && token.offset >= (indicator?.offset ?? 0),
  )
  const blank = isBlank(node)
  const starts = [
    ...properties.map((token) => token.offset),
    ...(blank ? [] : [nodeRange(node)?.[0] ?? 0]),
  ]
  const indicatorEnd = indicator && tokenEnd(indicator)
  return {
    ...about,
    node,
    indicatorEnd,
    start: starts.length > 0 ? Math.min(...starts) : undefined,
    end: blank ? Math.max(indicatorEnd ?? 0, ...properties.map(tokenEnd)) : contentEnd(text, node),
  }
}

/** Where the value of a pair stands. */
export function pairSlot(text: string, map: YAMLMap, pair: Pair): Slot {
  const tokens = (pair.srcToken as PairToken | undefined)?.sep ?? []
  const indicator = tokens.find((token) => token.type === 'map-value-ind')
  return slotOf(text, pair.value, tokens, indicator, {
    kind: 'pair',
    flow: map.flow === true,
    column: columnOf(text, nodeRange(map)?.[0] ?? 0),
  })
}

/** Where an item of a list stands. */
export function itemSlot(text: string, list: YAMLSeq, index: number): Slot {
  const tokens = itemTokens(list)[index] ?? []
  const indicator = tokens.find((token) => token.type === 'seq-item-ind')
  return slotOf(text, list.items[index], tokens, indicator, {
    kind: 'item',
    flow: list.flow === true,
    column: indicator ? columnOf(text, indicator.offset) : 0,
  })
}

/** Where a document's value stands. */
export function rootSlot(text: string, contents: unknown): Slot {
  const blank = isBlank(contents)
  return {
    kind: 'root',
    node: contents,
    flow: false,
    indicatorEnd: undefined,
    start: blank ? undefined : nodeRange(contents)?.[0],
    end: blank ? text.length : contentEnd(text, contents),
    column: 0,
  }
}

/** How the text is laid out, from the first places that tell. */
export function layoutOf({ text, documents }: ParsedText): Layout {
  let indent: number | undefined
  let indentLists: boolean | undefined
  const column = (node: unknown) => columnOf(text, nodeRange(node)?.[0] ?? 0)
  const visit = (node: unknown): void => {
    if (indent !== undefined && indentLists !== undefined) return
    if (!isCollection(node) || isAlias(node) || node.flow) return
    if (isSeq(node)) node.items.forEach(visit)
    else if (isMap(node)) {
      for (const { value } of node.items) {
        if (isMap(value) && !value.flow) indent ??= column(value) - column(node)
        if (isSeq(value) && !value.flow) indentLists ??= column(value) > column(node)
        visit(value)
      }
    }
  }
  for (const document of documents) visit(document.contents)
  return {
    indent: indent !== undefined && indent > 0 && indent <= 8 ? indent : tidyLayout.indent,
    indentLists: indentLists ?? tidyLayout.indentLists,
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  }
}
