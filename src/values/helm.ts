import { printNumber } from '../base/numbers'
import { isRecord, setOwn, sortedEntries } from '../base/record'

export { printNumber } from '../base/numbers'

/** Go templates' and sprig's idea of "empty": nil, `""`, 0, false, and lists and maps without entries. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) {
    return true
  }
  if (Array.isArray(value)) return value.length === 0
  return isRecord(value) && Object.keys(value).length === 0
}

/** Sprig's `default`: the first that is not empty, else the last. */
export function firstNonEmpty<T>(...values: readonly [T, ...T[]]): T {
  return values.find((value) => !isEmpty(value)) ?? (values.at(-1) as T)
}

/**
 * Sprig's `mergeOverwrite`: maps merged deeply, later wins, lists replaced whole, nulls kept.
 * The inputs stay as they are; the result shares their parts.
 */
export function mergeOverwrite(...layers: readonly unknown[]): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const layer of layers) {
    if (!isRecord(layer)) continue
    for (const [key, value] of Object.entries(layer)) {
      const earlier = Object.hasOwn(out, key) ? out[key] : undefined
      setOwn(
        out,
        key,
        isRecord(value) && isRecord(earlier) ? mergeOverwrite(earlier, value) : value,
      )
    }
  }
  return out
}

/**
 * Sprig's `merge`: deep, earlier wins; a later map fills only what is missing or empty, and its nulls
 * fill nothing.
 */
export function mergeMissing(...layers: readonly unknown[]): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [index, layer] of layers.entries()) {
    if (!isRecord(layer)) continue
    for (const [key, value] of Object.entries(layer)) {
      if (value === null && index > 0) continue
      const earlier = Object.hasOwn(out, key) ? out[key] : undefined
      if (isRecord(value) && isRecord(earlier)) setOwn(out, key, mergeMissing(earlier, value))
      else if (isEmpty(earlier)) setOwn(out, key, value)
    }
  }
  return out
}

/**
 * A chart's defaults under the values that it is given, as Helm lays them: deep, the given wins, and
 * a given null takes the default away. Nulls where there is no default stay.
 */
export function overDefaults(
  defaults: Readonly<Record<string, unknown>>,
  given: unknown,
): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  const own = isRecord(given) ? given : {}
  for (const [key, value] of Object.entries(own)) {
    const standard = Object.hasOwn(defaults, key) ? defaults[key] : undefined
    if (value === null && Object.hasOwn(defaults, key)) continue
    setOwn(out, key, isRecord(value) && isRecord(standard) ? overDefaults(standard, value) : value)
  }
  for (const [key, value] of Object.entries(defaults)) {
    if (!Object.hasOwn(own, key)) setOwn(out, key, value)
  }
  return out
}

/** Deeper than any option goes; what is below is cut off rather than exhaust the stack. */
const deepest = 60

/** Lists and maps as Go prints them, and what they hold as `scalar` does. */
function printTree(value: unknown, scalar: (value: unknown) => string, depth = 0): string {
  if (depth > deepest) return ''
  const print = (item: unknown) => printTree(item, scalar, depth + 1)
  if (Array.isArray(value)) return `[${value.map(print).join(' ')}]`
  if (!isRecord(value)) return scalar(value)
  return `map[${sortedEntries(value)
    .map(([key, item]) => `${key}:${print(item)}`)
    .join(' ')}]`
}

/** A value as a Go template prints it without quotes; nil prints as the empty text it usually becomes. */
export function printValue(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'object') return printTree(value, (item) => printValue(item ?? '<nil>'))
  return typeof value === 'number' ? printNumber(value) : String(value)
}

/** What Go's `%s` makes of a value that is no list or map, which it says where it is no text. */
function scalarAsText(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return '%!s(<nil>)'
  return `%!s(${typeof value === 'number' ? 'float64' : 'bool'}=${printValue(value)})`
}

/** A value as Go's `%s` prints it, which says so where something is no text. */
export function printAsText(value: unknown): string {
  return printTree(value, scalarAsText)
}
