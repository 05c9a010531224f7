import { copy } from '../base/copy'
import { isRecord, setOwn } from '../base/record'

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
 * The inputs stay as they are.
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
        isRecord(value) && isRecord(earlier) ? mergeOverwrite(earlier, value) : copy(value),
      )
    }
  }
  return out
}

/** Sprig's `merge`: deep, earlier wins; a later map fills only what is missing or empty. */
export function mergeMissing(...layers: readonly unknown[]): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const layer of layers) {
    if (!isRecord(layer)) continue
    for (const [key, value] of Object.entries(layer)) {
      const earlier = Object.hasOwn(out, key) ? out[key] : undefined
      if (isRecord(value) && isRecord(earlier)) setOwn(out, key, mergeMissing(earlier, value))
      else if (isEmpty(earlier)) setOwn(out, key, copy(value))
    }
  }
  return out
}

/**
 * A number as a Go template prints an uncast float64 (`%v`): the shortest digits, with an exponent
 * of two digits or more when it is below -4 or above 5, so that 1000000 prints as `1e+06`.
 */
export function printNumber(value: number): string {
  if (!Number.isFinite(value) || value === 0) return String(value)
  const [mantissa = '', exponentText = '0'] = value.toExponential().split('e')
  const exponent = Number(exponentText)
  if (exponent >= -4 && exponent < 6) return String(value)
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
}

/** A value as a Go template prints it without quotes; nil prints as the empty text it usually becomes. */
export function printValue(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'number' ? printNumber(value) : String(value)
}
