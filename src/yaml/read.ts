import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  type Scalar as ScalarNode,
  type YAMLMap,
} from 'yaml'
import { isRecord, setOwn, valueAt } from '../base/record'
import { isMergeKey, readKey, scalarSource, tagPrefix } from './keys'
import { deepestNesting, type ParsedText, parseText } from './parse'
import type { YamlProblem, YamlProblems } from './problem'
import { resolvePlain, type Scalar } from './scalar'

export interface ReadValues {
  /** A map for every text that Helm takes; something else where the text is something else. */
  readonly values: unknown
  /** In the order of the text. With an error among them, `values` holds what could be read. */
  readonly problems: readonly YamlProblem[]
}

/** Values that references may add beyond what is written; a "billion laughs" stops here. */
const mostCopies = 50_000

function rangeOf(node: { range?: readonly number[] | null }): [number, number] {
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0]
}

/** One anchor: what it stands for, and whether its reading has ended. */
interface Anchor {
  readonly value: unknown
  readonly size: number
  readonly open: boolean
}

/** Reads one document's tree into plain values. */
class Reader {
  /** What each reference stands for. */
  readonly aliases = new Map<Alias, unknown>()
  readonly #problems: YamlProblems
  readonly #anchors = new Map<string, Anchor>()
  #count = 0
  #copies = 0

  constructor(problems: YamlProblems) {
    this.#problems = problems
  }

  value(node: Node | null, depth = 0): unknown {
    if (!node) return null
    this.#count += 1
    if (depth > deepestNesting) {
      const [start, end] = rangeOf(node)
      this.#problems.error(
        'yaml.too-deep',
        'Lists and maps are nested too deep here to be values of a chart.',
        start,
        end,
      )
      return null
    }
    if (isAlias(node)) return this.#alias(node)
    const name = (node as { anchor?: string }).anchor
    const before = this.#count
    if (name !== undefined) this.#anchors.set(name, { value: null, size: 0, open: true })
    const value = isMap(node)
      ? this.#map(node as YAMLMap<Node, Node | null>, depth)
      : isSeq(node)
        ? node.items.map((item) => this.value(item as Node | null, depth + 1))
        : isScalar(node)
          ? this.#number(this.#scalar(node), node)
          : null
    if (name !== undefined) {
      this.#anchors.set(name, { value, size: this.#count - before + 1, open: false })
    }
    return value
  }

  #alias(node: Alias): unknown {
    const [start, end] = rangeOf(node)
    const anchor = this.#anchors.get(node.source)
    if (!anchor || anchor.open) {
      this.#problems.error(
        'yaml.alias',
        anchor
          ? `The anchor "${node.source}" refers to itself.`
          : `No anchor "&${node.source}" stands above this reference.`,
        start,
        end,
      )
      return null
    }
    this.aliases.set(node, anchor.value)
    this.#copies += anchor.size
    this.#count += anchor.size
    if (this.#copies > mostCopies) {
      this.#problems.error(
        'yaml.too-much',
        'References multiply the values beyond what a chart can take.',
        start,
        end,
      )
      return null
    }
    return anchor.value
  }

  #map(node: YAMLMap<Node, Node | null>, depth: number): Record<string, unknown> {
    const out: Record<string, unknown> = {}
    const own = new Set<string>()
    for (const pair of node.items) {
      if (isMergeKey(pair.key)) {
        this.#merge(pair.value, out, depth)
        continue
      }
      const key = this.#key(pair.key, depth)
      const value = this.value(pair.value, depth + 1)
      if (key === undefined) continue
      if (own.has(key)) {
        const [start, end] = rangeOf(pair.key)
        this.#problems.warning(
          'yaml.duplicate-key',
          `"${key}" stands twice in this map. Helm takes the last one and ignores the others.`,
          start,
          end,
        )
      }
      own.add(key)
      setOwn(out, key, value)
    }
    return out
  }

  /** `<<`: the keys of other maps; what stands later in this map wins, as does the list's first. */
  #merge(node: Node | null, out: Record<string, unknown>, depth: number): void {
    const value = this.value(node, depth + 1)
    const sources = Array.isArray(value) ? value.toReversed() : [value]
    for (const source of sources) {
      if (!isRecord(source)) {
        const [start, end] = node ? rangeOf(node) : [0, 1]
        this.#problems.error('yaml.merge', '"<<" takes a map or a list of maps.', start, end)
        continue
      }
      for (const [key, item] of Object.entries(source)) setOwn(out, key, item)
    }
  }

  #key(node: Node | null, depth: number): string | undefined {
    const key = node ? readKey(node, (inner) => this.value(inner, depth + 1)) : undefined
    if (key === undefined) {
      const [start, end] = node ? rangeOf(node) : [0, 1]
      this.#problems.error(
        'yaml.key-not-a-text',
        'A key has to be a text, a number or a boolean; put it in quotes.',
        start,
        end,
      )
    }
    return key
  }

  #scalar(node: ScalarNode): Scalar {
    const source = scalarSource(node)
    const plain = node.type === 'PLAIN' || node.type === undefined
    const tag = node.tag?.startsWith(tagPrefix) ? node.tag.slice(tagPrefix.length) : undefined
    if (node.type === 'QUOTE_DOUBLE') this.#checkEscapes(node)
    if (node.tag === undefined) return plain ? resolvePlain(source) : source
    const [start, end] = rangeOf(node)
    switch (tag) {
      case 'int':
      case 'float':
      case 'bool':
      case 'null': {
        const value = resolvePlain(source)
        const fits =
          tag === 'int'
            ? Number.isInteger(value) && !/[.eE]/.test(source.replace(/^[-+]?0x/i, ''))
            : tag === 'float'
              ? typeof value === 'number'
              : tag === 'bool'
                ? typeof value === 'boolean'
                : value === null
        if (fits) return value
        this.#problems.error('yaml.tag', `This is not what the tag !!${tag} says.`, start, end)
        return source
      }
      case 'binary': {
        const bytes = decodeBase64(source)
        if (bytes !== undefined) return bytes
        this.#problems.error('yaml.tag', 'This is not base64, as !!binary says.', start, end)
        return source
      }
      default:
        return source
    }
  }

  #checkEscapes(node: ScalarNode): void {
    const [start, end] = rangeOf(node)
    const token = node.srcToken
    const raw = token && 'source' in token ? token.source : ''
    if (/(?:^|[^\\])(?:\\\\)*(?:\\\/|\\u[dD][89a-fA-F])/.test(raw)) {
      this.#problems.error(
        'yaml.syntax',
        'Helm does not know the escapes \\/ and \\ud800 to \\udfff; write the character itself.',
        start,
        end,
      )
    }
  }

  #number(value: Scalar, node: Node): Scalar {
    if (typeof value !== 'number' || Number.isFinite(value)) return value
    const [start, end] = rangeOf(node)
    this.#problems.error(
      'yaml.number',
      'Helm cannot carry infinity or "not a number". Put it in quotes if the text is meant.',
      start,
      end,
    )
    return String(value)
  }
}

const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 to text, bytes read as UTF-8; `undefined` where it is not base64. */
function decodeBase64(source: string): string | undefined {
  const digits = source.replaceAll(/[\r\n]/g, '')
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return undefined
  const percent: string[] = []
  let bits = 0
  let count = 0
  for (const digit of digits.replace(/=+$/, '')) {
    bits = ((bits << 6) | base64Alphabet.indexOf(digit)) & 0xffffff
    count += 6
    if (count >= 8) {
      count -= 8
      percent.push(`%${((bits >> count) & 0xff).toString(16).padStart(2, '0')}`)
    }
  }
  try {
    return decodeURIComponent(percent.join(''))
  } catch {
    return undefined
  }
}

/** Later documents over earlier ones, maps key by key: how Helm joins the documents of one file. */
function mergeDocuments(earlier: unknown, later: unknown): unknown {
  if (!isRecord(earlier) || !isRecord(later)) return later
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(earlier)) setOwn(out, key, value)
  for (const [key, value] of Object.entries(later)) {
    setOwn(out, key, mergeDocuments(valueAt(earlier, [key]), value))
  }
  return out
}

/** Tabs that begin a line or indent: Helm refuses them everywhere but inside texts and brackets. */
function checkTabs({ text, documents, problems }: ParsedText): void {
  if (!text.includes('\t')) return
  const shelters: [number, number][] = []
  const walk = (node: unknown): void => {
    if (isScalar(node)) shelters.push(rangeOf(node))
    else if (isMap(node)) {
      if (node.flow) shelters.push(rangeOf(node))
      else
        for (const pair of node.items) {
          walk(pair.key)
          walk(pair.value)
        }
    } else if (isSeq(node)) {
      if (node.flow) shelters.push(rangeOf(node))
      else node.items.forEach(walk)
    }
  }
  for (const document of documents) walk(document.contents)
  shelters.sort((left, right) => left[0] - right[0])
  let next = 0
  for (const found of text.matchAll(/^(?:[ ]*(?:- *)*\t[ \t]*[^ \t\r\n]|\t)/gm)) {
    const offset = found.index + found[0].indexOf('\t')
    while (next < shelters.length && (shelters[next]?.[1] ?? 0) <= offset) next += 1
    if ((shelters[next]?.[0] ?? Number.POSITIVE_INFINITY) <= offset) continue
    problems.error('yaml.tab', 'A tab cannot indent; use spaces.', offset)
  }
}

function contentsOf(document: Document.Parsed): ParsedNode | null {
  return document.contents
}

let latest: { readonly text: string; readonly result: ReadValues } | undefined

/**
 * Reads a `values.yaml` as Helm does: YAML 1.1 words for booleans, also as keys; the last of two
 * equal keys; several documents merged; an empty file as an empty map.
 *
 * Never throws. What Helm refuses is a problem with its place, as is what is too long, too deep or
 * multiplied by references (see the limits in `parse.ts`); the rest is read all the same.
 */
export function readValues(text: string): ReadValues {
  if (latest?.text === text) return latest.result
  const parsed = parseText(text)
  const { documents, problems } = parsed
  let values: unknown = {}
  for (const document of documents) {
    const contents = contentsOf(document)
    const value = new Reader(problems).value(contents) ?? {}
    if (documents.length > 1 && !isRecord(value)) {
      const [start, end] = contents ? rangeOf(contents) : [0, 1]
      problems.error(
        'yaml.document-not-a-map',
        'Each document in a values file has to be a map.',
        start,
        end,
      )
    } else values = documents.length > 1 ? mergeDocuments(values, value) : value
  }
  checkTabs(parsed)
  const result = { values, problems: problems.all }
  latest = { text, result }
  return result
}

/** What each reference with `*` in a text stands for, by its node. */
export function aliasValues(text: string): ReadonlyMap<unknown, unknown> {
  const { documents, problems } = parseText(text)
  return new Map(
    documents.flatMap((document) => {
      const reader = new Reader(problems)
      reader.value(contentsOf(document))
      return [...reader.aliases]
    }),
  )
}
