import { printNumber } from '../base/numbers'

/** What an unquoted word means to Helm. */
export type Scalar = string | number | boolean | null

const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(
    (word): [string, boolean] => [word, true],
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(
    (word): [string, boolean] => [word, false],
  ),
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, null] => [word, null]),
])

const infinityPattern = /^([-+]?)\.(?:inf|Inf|INF)$/
const notANumberPattern = /^\.(?:nan|NaN|NAN)$/
const integerPattern = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/
const floatPattern = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/

function readInteger(digits: string): number {
  if (/^0[0-7]/.test(digits)) return Number(`0o${digits.slice(1)}`)
  return Number(digits)
}

/**
 * An unquoted scalar as Helm's YAML library (go-yaml 2) reads it: YAML 1.1 booleans, octal with a
 * leading 0, `_` between digits; but neither numbers of base sixty nor dates.
 */
export function resolvePlain(source: string): Scalar {
  const word = words.get(source)
  if (word !== undefined) return word
  if (!/^[-+.0-9]/.test(source)) return source
  const infinity = infinityPattern.exec(source)
  if (infinity) return infinity[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (notANumberPattern.test(source)) return Number.NaN
  const digits = source.replaceAll('_', '')
  const integer = integerPattern.exec(digits)
  if (integer) {
    const value = readInteger(integer[2] ?? '')
    return integer[1] === '-' && value !== 0 ? -value : value
  }
  if (!floatPattern.test(digits)) return source
  const value = Number(digits)
  return Number.isFinite(value) ? value : source
}

/** A scalar as the key of a map, which is a text in the end; `null` cannot be one. */
export function keyText(value: Exclude<Scalar, null>, source: string): string {
  if (typeof value !== 'number') return String(value)
  if (Number.isNaN(value)) return '.nan'
  if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf'
  const integer = integerPattern.exec(source.replaceAll('_', ''))
  if (!integer) return printNumber(value)
  // Whole numbers keep every digit, those that a float cannot hold too.
  return /^[1-9]/.test(integer[2] ?? '')
    ? `${integer[1] === '-' ? '-' : ''}${integer[2]}`
    : String(value)
}

// What YAML forbids or reads as a line break, and halves of surrogate pairs.
const escapedPattern = /(?!\t)\p{Cc}|\p{Cs}|[\u2028\u2029\ufeff\ufffe\uffff]/u

/** Whether every character can stand in a line of text without an escape. */
export function isPrintable(text: string): boolean {
  return !escapedPattern.test(text)
}

const datePattern = /^\d{4}-\d{1,2}-\d{1,2}/
const baseSixtyPattern = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/

/** Whether a text may stand without quotes and mean itself to every reader of YAML 1.1 and 1.2. */
export function isPlainSafe(text: string, flow: boolean): boolean {
  if (typeof resolvePlain(text) !== 'string' || text !== text.trim()) return false
  if (!isPrintable(text) || /[\t\n]/.test(text)) return false
  if (/^(?:[,[\]{}#&*!|>'"%@`=<]|[-?:](?:\s|$)|---|\.\.\.)/.test(text)) return false
  if (/: |:$| #/.test(text)) return false
  if (/^[-+.]?[0-9]/.test(text)) {
    if (datePattern.test(text) || baseSixtyPattern.test(text)) return false
    // What nearly is a number gets quotes; versions and addresses such as 1.2.3 do not need them.
    if (/^[-+.0-9a-fA-FxXoO_]+$/.test(text) && !/^\d+(?:\.\d+){2,}$/.test(text)) return false
  }
  return !(flow && /[,[\]{}:?]/.test(text))
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
}

function escapeCharacter(character: string): string {
  const short = Object.hasOwn(shortEscapes, character) ? shortEscapes[character] : undefined
  if (short !== undefined) return short
  if (isPrintable(character)) return character
  const code = character.charCodeAt(0)
  // Half a surrogate pair cannot be written in YAML at all.
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`
}

/** A text in double quotes, with escapes; always on one line. */
export function doubleQuoted(text: string): string {
  return `"${[...text].map(escapeCharacter).join('')}"`
}

/** A text in single quotes; only for what {@link isPrintable} and has no line break. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
