import { quote, unquote } from '../alloy/quote'
import { base64 } from '../base/base64'
import { goJson } from '../base/json'
import { isRecord, setOwn } from '../base/record'
import { chartName, chartVersion } from './chart'
import type { Release } from './global'
import { isEmpty, printValue } from './helm'
import { toYaml } from './to-yaml'

/** What a template can refer to. */
export interface TemplateContext {
  readonly release: Release
  /** `.Values`: of the whole chart, or of the feature whose template fills the text in. */
  readonly values: unknown
  /** `.collectorName`, which only the extra configuration of a collector knows. */
  readonly collectorName?: string
}

/** A part of the text that stays as it is, since only Helm can say what becomes of it. */
export interface UnsupportedTemplate {
  readonly text: string
  /** Offsets in the text that came in; `end` is not included. */
  readonly start: number
  readonly end: number
}

export interface FilledTemplate {
  readonly text: string
  readonly unsupported: readonly UnsupportedTemplate[]
}

/** Marks what we do not evaluate; never leaves this file. */
class Unsupported extends Error {}

const token =
  /\s*(?:("(?:[^"\\\n]|\\.)*"|`[^`]*`)|([()|])|(\$?(?:\.[A-Za-z_]\w*)+|\$)|([A-Za-z_]\w*)|([-+]?\d[\w.+-]*))/y

type Token =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'path'; readonly path: readonly string[] }
  | { readonly kind: 'word' | 'sign'; readonly text: string }

function readNumber(text: string): number {
  const value = Number(text)
  if (!/^[-+]?(?:\d+|\d*\.\d+)$/.test(text) || !Number.isFinite(value) || /^[-+]?0\d/.test(text)) {
    throw new Unsupported()
  }
  return value
}

function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  const end = text.trimEnd().length
  token.lastIndex = 0
  while (token.lastIndex < end) {
    const [, literal, sign, path, word, digits] = token.exec(text.slice(0, end)) ?? []
    if (literal !== undefined) tokens.push({ kind: 'value', value: unquote(literal) })
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
    else if (path !== undefined) {
      tokens.push({ kind: 'path', path: path.replace(/^\$?\.?/, '').split('.') })
    } else if (word === 'true' || word === 'false') {
      tokens.push({ kind: 'value', value: word === 'true' })
    } else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else if (digits !== undefined) tokens.push({ kind: 'value', value: readNumber(digits) })
    else throw new Unsupported()
  }
  return tokens
}

/** A text as sprig's `strval` makes one of it; maps and lists print in a form of Go's own. */
function textOf(value: unknown): string {
  if (typeof value === 'object' && value !== null) throw new Unsupported()
  return printValue(value)
}

function onlyText(value: unknown): string {
  if (typeof value !== 'string') throw new Unsupported()
  return value
}

function spaces(value: unknown): string {
  if (typeof value !== 'number' || value < 0 || value > 1000) throw new Unsupported()
  return ' '.repeat(value)
}

const indent = (width: unknown, text: unknown) =>
  spaces(width) + onlyText(text).replaceAll('\n', `\n${spaces(width)}`)

/** Sprig's and Helm's functions by name; the value that comes through a pipe is the last argument. */
const functions: ReadonlyMap<string, { arguments: number; call: (...all: unknown[]) => unknown }> =
  new Map([
    [
      'quote',
      {
        arguments: 1,
        call: (value: unknown) =>
          value === undefined || value === null ? '' : quote(textOf(value)),
      },
    ],
    [
      'squote',
      {
        arguments: 1,
        call: (value: unknown) =>
          value === undefined || value === null ? '' : `'${textOf(value)}'`,
      },
    ],
    [
      'default',
      { arguments: 2, call: (other: unknown, value: unknown) => (isEmpty(value) ? other : value) },
    ],
    ['upper', { arguments: 1, call: (value: unknown) => onlyText(value).toUpperCase() }],
    ['lower', { arguments: 1, call: (value: unknown) => onlyText(value).toLowerCase() }],
    ['trim', { arguments: 1, call: (value: unknown) => onlyText(value).trim() }],
    ['toString', { arguments: 1, call: textOf }],
    ['b64enc', { arguments: 1, call: (value: unknown) => base64(onlyText(value)) }],
    ['indent', { arguments: 2, call: indent }],
    [
      'nindent',
      { arguments: 2, call: (width: unknown, text: unknown) => `\n${indent(width, text)}` },
    ],
    [
      'replace',
      {
        arguments: 3,
        call: (old: unknown, next: unknown, text: unknown) =>
          onlyText(text).replaceAll(onlyText(old), () => onlyText(next)),
      },
    ],
    ['toYaml', { arguments: 1, call: toYaml }],
    ['toJson', { arguments: 1, call: (value: unknown) => goJson(value) }],
  ])

/** Evaluates one pipeline, such as `.Values.a | default "b" | quote`. */
class Pipeline {
  readonly #tokens: readonly Token[]
  readonly #root: unknown
  #next = 0

  constructor(text: string, root: unknown) {
    this.#tokens = readTokens(text)
    this.#root = root
  }

  evaluate(): unknown {
    const value = this.#pipe()
    if (this.#next < this.#tokens.length) throw new Unsupported()
    return value
  }

  #sign(text: string): boolean {
    const found = this.#tokens[this.#next]
    if (found?.kind !== 'sign' || found.text !== text) return false
    this.#next += 1
    return true
  }

  #pipe(): unknown {
    let value = this.#command([])
    while (this.#sign('|')) value = this.#command([value])
    return value
  }

  #command(piped: readonly unknown[]): unknown {
    const first = this.#tokens[this.#next]
    if (first?.kind !== 'word') {
      if (piped.length > 0) throw new Unsupported()
      return this.#operand()
    }
    this.#next += 1
    const definition = functions.get(first.text)
    const given: unknown[] = []
    for (let next = this.#tokens[this.#next]; next; next = this.#tokens[this.#next]) {
      if (next.kind === 'sign' && next.text !== '(') break
      given.push(this.#operand())
    }
    given.push(...piped)
    if (!definition || given.length !== definition.arguments) throw new Unsupported()
    return definition.call(...given)
  }

  #operand(): unknown {
    if (this.#sign('(')) {
      const value = this.#pipe()
      if (!this.#sign(')')) throw new Unsupported()
      return value
    }
    const found = this.#tokens[this.#next]
    this.#next += 1
    if (found?.kind === 'value') return found.value
    if (found?.kind === 'path') return this.#lookUp(found.path)
    throw new Unsupported()
  }

  #lookUp(path: readonly string[]): unknown {
    let value = this.#root
    path.forEach((key, index) => {
      // Only the last key may be missing: Helm stops at a key of nothing.
      if (!isRecord(value)) throw new Unsupported()
      if (index < 2 && !Object.hasOwn(value, key) && path[0] !== 'Values') throw new Unsupported()
      value = Object.hasOwn(value, key) ? value[key] : undefined
    })
    return value
  }
}

const actionPattern =
  /\{\{(-(?=\s))?(\s*\/\*[\s\S]*?\*\/\s*|(?:[^"`}]|"(?:[^"\\\n]|\\.)*"|`[^`]*`|\}(?!\}))*?)(\s-)?\}\}/g

/**
 * What Helm's `tpl` makes of a text: `{{ .Release.Name }}`, `.Values`, `.Chart`, literals, comments,
 * trim markers and the commoner functions. Anything else (conditions, loops, variables, other
 * functions) stays in the text as it is and is told.
 */
export function fillTemplate(text: string, context: TemplateContext): FilledTemplate {
  if (!text.includes('{{')) return { text, unsupported: [] }
  const root = {
    Release: { Name: context.release.name, Namespace: context.release.namespace, Service: 'Helm' },
    Chart: {
      Name: chartName,
      Version: chartVersion,
      AppVersion: chartVersion,
      Type: 'application',
    },
    Values: isRecord(context.values) ? context.values : {},
    ...(context.collectorName !== undefined && { collectorName: context.collectorName }),
  }
  const unsupported: UnsupportedTemplate[] = []
  let out = ''
  let last = 0
  let trimNext = false
  const append = (part: string) => {
    out += trimNext ? part.trimStart() : part
    if (trimNext && part.trim() !== '') trimNext = false
  }
  for (const match of text.matchAll(actionPattern)) {
    const [whole, trimLeft, inner = '', trimRight] = match
    append(text.slice(last, match.index))
    last = match.index + whole.length
    let filled: string
    try {
      const comment = /^\s*\/\*/.test(inner)
      filled = comment ? '' : textOf(new Pipeline(inner, root).evaluate())
    } catch {
      unsupported.push({ text: whole, start: match.index, end: last })
      out += whole
      trimNext = false
      continue
    }
    if (trimLeft !== undefined) out = out.trimEnd()
    out += filled
    trimNext = trimRight !== undefined
  }
  append(text.slice(last))
  return { text: out, unsupported }
}

/** The same for every text in a tree, keys included, as where a template fills in its own YAML. */
export function fillTree(value: unknown, fill: (text: string) => string): unknown {
  if (typeof value === 'string') return fill(value)
  if (Array.isArray(value)) return value.map((item) => fillTree(item, fill))
  if (!isRecord(value)) return value
  const out: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) setOwn(out, fill(key), fillTree(item, fill))
  return out
}
