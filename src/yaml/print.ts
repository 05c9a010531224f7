import { isRecord } from '../base/record'
import { doubleQuoted, isPlainSafe, isPrintable, resolvePlain, singleQuoted } from './scalar'

/** How a file is laid out. */
export interface Layout {
  /** Spaces per level. */
  readonly indent: number
  /** Whether the dashes of a list stand deeper than its key. */
  readonly indentLists: boolean
  readonly newline: '\n' | '\r\n'
}

export const tidyLayout: Layout = { indent: 2, indentLists: true, newline: '\n' }

/** Quotes that the user had, to be kept where the new text allows it. */
export type Quotes = 'single' | 'double' | undefined

/** Trees deeper than this are cut off rather than exhaust the stack. */
const deepest = 200

function printNumeral(value: number): string {
  if (!Number.isFinite(value)) return 'null'
  return Object.is(value, -0) ? '-0.0' : String(value)
}

function printText(text: string, flow: boolean, quotes?: Quotes): string {
  const printable = isPrintable(text)
  if (quotes === 'double' || !printable || text.includes('\t')) return doubleQuoted(text)
  if (quotes === 'single') return singleQuoted(text)
  if (isPlainSafe(text, flow)) return text
  if (typeof resolvePlain(text) !== 'string') return doubleQuoted(text)
  return text.includes("'") || text.includes('\\') ? doubleQuoted(text) : singleQuoted(text)
}

/** A scalar on one line; what is no scalar of YAML's becomes `null`. */
export function printScalar(value: unknown, flow = false, quotes?: Quotes): string {
  switch (typeof value) {
    case 'string':
      return printText(value, flow, quotes)
    case 'number':
      return printNumeral(value)
    case 'boolean':
      return String(value)
    case 'bigint':
      return doubleQuoted(String(value))
    default:
      return 'null'
  }
}

/** The entries that print: `undefined` means that there is nothing to say. */
function entriesOf(map: Record<string, unknown>): [string, unknown][] {
  return Object.entries(map).filter(([, value]) => value !== undefined)
}

/** A value on one line, in brackets where it needs them. */
export function printFlow(value: unknown, depth = 0): string {
  if (depth > deepest) return 'null'
  if (Array.isArray(value)) return `[${value.map((item) => printFlow(item, depth + 1)).join(', ')}]`
  if (!isRecord(value)) return printScalar(value, true)
  const entries = entriesOf(value).map(
    ([key, item]) => `${printKey(key, true)}: ${printFlow(item, depth + 1)}`,
  )
  return `{${entries.join(', ')}}`
}

/** A key; a long one is marked with `?`, since YAML looks only 1,024 characters ahead for its colon. */
export function printKey(key: string, flow = false): string {
  const text = printText(key, flow)
  return text.length > 1000 ? `? ${text}${flow ? ' ' : '\n'}` : text
}

/** Whether a text reads well as a literal block, and comes back as it was. */
function fitsLiteral(text: string): boolean {
  return (
    text.includes('\n') &&
    /^[^\s]/.test(text) &&
    !/[ \t]\n*$/.test(text) &&
    isPrintable(text.replaceAll('\n', ''))
  )
}

function literalLines(text: string): readonly string[] {
  const body = text.replace(/\n+$/, '')
  const breaks = text.length - body.length
  const header = breaks === 0 ? '|-' : breaks === 1 ? '|' : '|+'
  return [header, ...body.split('\n'), ...Array<string>(Math.max(0, breaks - 1)).fill('')]
}

const pad = (lines: readonly string[], spaces: number): string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(spaces) + line))

/**
 * A value as block lines without indentation of their own. `inline`: the first line goes behind a
 * key or a dash; otherwise all lines go below it.
 */
export interface BlockLines {
  readonly inline: boolean
  readonly lines: readonly string[]
}

/** A value as lines of block YAML; lines that belong deeper are already indented. */
export function blockLines(value: unknown, layout: Layout, quotes?: Quotes, depth = 0): BlockLines {
  if (depth > deepest) return { inline: true, lines: ['null'] }
  if (Array.isArray(value) && value.length > 0) {
    return { inline: false, lines: value.flatMap((item) => itemLines(item, layout, depth + 1)) }
  }
  if (isRecord(value)) {
    const entries = entriesOf(value)
    return entries.length === 0
      ? { inline: true, lines: ['{}'] }
      : {
          inline: false,
          lines: entries.flatMap(([key, item]) => pairLines(key, item, layout, depth + 1)),
        }
  }
  if (Array.isArray(value)) return { inline: true, lines: ['[]'] }
  if (typeof value === 'string' && fitsLiteral(value)) {
    const [header = '|', ...body] = literalLines(value)
    return { inline: true, lines: [header, ...pad(body, layout.indent)] }
  }
  return { inline: true, lines: [printScalar(value, false, quotes)] }
}

/** One entry of a map as lines. */
export function pairLines(key: string, value: unknown, layout: Layout, depth = 0): string[] {
  const { inline, lines } = blockLines(value, layout, undefined, depth)
  const start = `${printKey(key)}:`.split('\n')
  const last = start.at(-1) ?? ':'
  const head = start.slice(0, -1)
  if (inline) {
    const [first = '', ...rest] = lines
    return [...head, `${last} ${first}`, ...rest]
  }
  const deeper = Array.isArray(value) && !layout.indentLists ? 0 : layout.indent
  return [...head, last, ...pad(lines, deeper)]
}

/** One item of a list as lines. */
export function itemLines(value: unknown, layout: Layout, depth = 0): string[] {
  const { inline, lines } = blockLines(value, layout, undefined, depth)
  const [first = '', ...rest] = lines
  // The lines of a literal are indented already; those of a map or a list hang below its first.
  return [`- ${first}`, ...(inline ? rest : pad(rest, 2))]
}

/** A value as block YAML in a layout of one's own, without a line break at the end. */
export function printYaml(value: unknown, layout: Layout): string {
  return blockLines(value, layout).lines.join(layout.newline)
}

/**
 * A plain tree as tidy block YAML, which Helm (YAML 1.1) and readers of YAML 1.2 take back as it
 * was: words such as `yes`, `0777` or dates get quotes, texts of several lines become literal
 * blocks. Keys keep their order. Entries that are `undefined` are left out; infinity and functions,
 * which values cannot hold, become `null`.
 */
export function printValues(values: unknown): string {
  if (isRecord(values) && entriesOf(values).length === 0) return '{}\n'
  if (typeof values === 'string') return `${doubleQuoted(values)}\n`
  return `${printYaml(values, tidyLayout)}\n`
}

/** Kubernetes objects as one file of several documents. */
export function printObjects(objects: readonly unknown[]): string {
  return objects.map((object) => `---\n${printValues(object)}`).join('')
}
