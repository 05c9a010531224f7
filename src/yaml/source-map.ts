import { type Document, isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { isMergeKey, readKey } from './keys'
import { parseText } from './parse'

type Key = string | number

/** A stretch of text: offsets in UTF-16 units, `end` not included, and the line of the start, from 1. */
export interface TextRange {
  readonly start: number
  readonly end: number
  readonly line: number
}

/** Where a value stands. */
export interface Place {
  /** The key; for an item of a list, its value. */
  readonly key: TextRange
  /** The value; where nothing follows the colon, the key again. */
  readonly value: TextRange
}

/** Ties values to the text that they were read from, both ways. */
export interface SourceMap {
  /** Where exactly this path stands; `undefined` where the text does not say it. */
  range(path: readonly Key[]): Place | undefined
  /** The place of the longest part of the path that stands in the text; the file's start for none. */
  nearest(path: readonly Key[]): Place
  /** The path of what stands at an offset; a line's white space and comment count for its key. */
  pathAt(offset: number): Key[]
}

type Range = readonly [number, number]

/** The stretch of a node without what follows it. */
export function nodeRange(node: unknown): Range | undefined {
  const range = (node as { range?: readonly number[] | null } | null)?.range
  return range ? [range[0] ?? 0, range[1] ?? 0] : undefined
}

/** The last pair with this key, since the last one wins. */
export function findPair(map: YAMLMap, key: Key): Pair | undefined {
  return map.items.findLast((pair) => !isMergeKey(pair.key) && readKey(pair.key) === String(key))
}

class TextMap implements SourceMap {
  readonly #text: string
  readonly #documents: readonly Document.Parsed[]
  readonly #line: (offset: number) => number

  constructor(text: string) {
    const { documents, lines } = parseText(text)
    this.#text = text
    this.#documents = documents
    this.#line = (offset) => lines.at(offset).line
  }

  range(path: readonly Key[]): Place | undefined {
    for (const document of this.#documents.toReversed()) {
      const { place, depth } = this.#follow(document.contents, path)
      if (place && depth === path.length) return place
    }
    return undefined
  }

  nearest(path: readonly Key[]): Place {
    let best = { depth: 0, place: this.#place([0, 0], undefined) }
    for (const document of this.#documents) {
      const { place, depth } = this.#follow(document.contents, path)
      if (place && depth > 0 && depth >= best.depth) best = { depth, place }
    }
    return best.place
  }

  #follow(root: unknown, path: readonly Key[]): { place: Place | undefined; depth: number } {
    let node = root
    const rootRange = nodeRange(root)
    let place = rootRange && this.#place([rootRange[0], rootRange[0]], rootRange)
    let depth = 0
    for (const key of path) {
      if (isMap(node)) {
        const pair = findPair(node, key)
        if (!pair) break
        place = this.#place(nodeRange(pair.key) ?? [0, 0], nodeRange(pair.value))
        node = pair.value
      } else if (isSeq(node) && typeof key === 'number' && key in node.items) {
        node = node.items[key]
        const range = nodeRange(node) ?? [0, 0]
        place = this.#place(range, range)
      } else break
      depth += 1
    }
    return { place, depth }
  }

  #place(key: Range, value: Range | undefined): Place {
    const toRange = ([start, end]: Range): TextRange => ({ start, end, line: this.#line(start) })
    const own = toRange(key)
    return { key: own, value: value && value[1] > value[0] ? toRange(value) : own }
  }

  pathAt(offset: number): Key[] {
    // White space before a key, and what follows a value on its line, count for that line.
    const lineStart = this.#text.lastIndexOf('\n', offset - 1) + 1
    const indent = /^[ \t]*(?:- +)*/.exec(this.#text.slice(lineStart, lineStart + 1000))?.[0] ?? ''
    const target = Math.max(offset, lineStart + indent.length)
    const path: Key[] = []
    const document = this.#documents.findLast(
      ({ contents }) => (nodeRange(contents)?.[0] ?? Number.POSITIVE_INFINITY) <= target,
    )
    let node: unknown = document?.contents
    while (isMap(node) || isSeq(node)) {
      const step: { key: Key; node: unknown } | undefined = isMap(node)
        ? this.#pairAt(node, target)
        : this.#itemAt(node, target)
      if (!step) break
      path.push(step.key)
      node = step.node
    }
    return path
  }

  #reaches(start: number | undefined, end: number, target: number): boolean {
    if (start === undefined || start > target) return false
    const newline = this.#text.indexOf('\n', Math.max(start, end - 1))
    return target <= (newline < 0 ? this.#text.length : Math.max(newline, end - 1))
  }

  #pairAt(map: YAMLMap, target: number): { key: Key; node: unknown } | undefined {
    const pair = map.items.findLast((item) => (nodeRange(item.key)?.[0] ?? target + 1) <= target)
    const start = nodeRange(pair?.key)
    const key = pair && isScalar(pair.key) ? readKey(pair.key) : undefined
    if (!start || key === undefined || isMergeKey(pair?.key)) return undefined
    const end = Math.max(start[1], nodeRange(pair?.value)?.[1] ?? 0)
    return this.#reaches(start[0], end, target) ? { key, node: pair?.value } : undefined
  }

  #itemAt(list: YAMLSeq, target: number): { key: Key; node: unknown } | undefined {
    const index = list.items.findLastIndex((item) => (nodeRange(item)?.[0] ?? target + 1) <= target)
    const range = nodeRange(list.items[index])
    if (!range) return undefined
    return this.#reaches(range[0], range[1], target)
      ? { key: index, node: list.items[index] }
      : undefined
  }
}

/** Ties a text to the values read from it; the parse is shared with `readValues`. */
export function sourceMap(text: string): SourceMap {
  return new TextMap(text)
}

/** Where a path stands in a text; see {@link SourceMap.range}. */
export function pathRange(text: string, path: readonly Key[]): Place | undefined {
  return sourceMap(text).range(path)
}

/** What stands at an offset of a text; see {@link SourceMap.pathAt}. */
export function pathAt(text: string, offset: number): Key[] {
  return sourceMap(text).pathAt(offset)
}
