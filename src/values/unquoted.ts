import { isRecord } from '../base/record'
import { readValues } from '../yaml/read'
import { isPlainSafe, resolvePlain } from '../yaml/scalar'
import { printValue } from './helm'

/**
 * What a value becomes when a template prints it without quotes and Helm reads it again: the text
 * `123` a number, `yes` a boolean, `a: b` even a map. Maps and lists, which Go prints as no YAML at
 * all, become null; a text that is no YAML stays as it is.
 */
export function unquoted(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (isRecord(value) || Array.isArray(value)) return null
  const text = printValue(value).trim()
  if (isPlainSafe(text, false)) return text
  const resolved = resolvePlain(text)
  if (resolved === null || typeof resolved === 'boolean') return resolved
  if (typeof resolved === 'number') return Number.isFinite(resolved) ? resolved : text
  const { values, problems } = readValues(text)
  if (problems.length > 0) return text
  return isRecord(values) && Object.keys(values).length === 0 ? null : values
}
