import { isRecord } from '../base/record'
import { printValue } from '../values/helm'

const truths = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/
const falsehoods = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/
const nothings = /^(?:~|null|Null|NULL|)$/
const decimals = /^[-+]?(?:0|[1-9]\d*)?(?:\.\d*)?(?:[eE][-+]?\d+)?$/

/**
 * What a value becomes when a template prints it without quotes and YAML 1.1 reads it again: the
 * text `123` a number, `yes` a boolean, an empty text null. Maps and lists, which print as no YAML
 * at all, become null.
 */
export function unquoted(value: unknown): string | number | boolean | null {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (isRecord(value) || Array.isArray(value)) return null
  const text = printValue(value)
    .replace(/\s#.*$/s, '')
    .trim()
  if (nothings.test(text)) return null
  if (truths.test(text)) return true
  if (falsehoods.test(text)) return false
  if (decimals.test(text) && /\d/.test(text)) return Number(text)
  return text
}
