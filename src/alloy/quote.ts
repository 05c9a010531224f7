/**
 * String literals as Go writes and reads them.
 */

const plainPattern = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/
const printablePattern = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u
const specialPattern = /[^\x20\x21\x23-\x5b\x5d-\x7e]/gu

const shortEscapes = new Map([
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
  ['\\', '\\\\'],
  ['"', '\\"'],
])

const escapedCharacters = new Map(
  [...shortEscapes].map(([character, text]) => [text[1], character]),
)

const hexadecimal = (code: number, digits: number) => code.toString(16).padStart(digits, '0')

function escapeCharacter(character: string): string {
  const short = shortEscapes.get(character)
  if (short !== undefined) return short
  const code = character.codePointAt(0) ?? 0
  // Half a surrogate pair is no character; Go would read U+FFFD in its place.
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
  if (printablePattern.test(character)) return character
  if (code < 0x20 || code === 0x7f) return `\\x${hexadecimal(code, 2)}`
  return code > 0xffff ? `\\U${hexadecimal(code, 8)}` : `\\u${hexadecimal(code, 4)}`
}

/** A string in double quotes, with the escapes of Go's `%q`. */
export function quote(text: string): string {
  return plainPattern.test(text)
    ? `"${text}"`
    : `"${text.replaceAll(specialPattern, escapeCharacter)}"`
}

const escapePattern = /\\(?:[0-7]{3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)/gsu

/** The characters that UTF-8 bytes spell; what spells none becomes U+FFFD, a byte at a time. */
function decodeBytes(bytes: readonly number[]): string {
  let text = ''
  for (let index = 0; index < bytes.length; ) {
    const first = bytes[index] ?? 0
    const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    let code = length === 1 ? first : first & (0x7f >> length)
    let used = length
    for (let offset = 1; offset < length; offset += 1) {
      const next = bytes[index + offset] ?? 0
      if ((next & 0xc0) !== 0x80) used = 0
      code = (code << 6) | (next & 0x3f)
    }
    const tooLong = (length === 3 && code < 0x800) || (length === 4 && code < 0x10000)
    const valid = used > 0 && !tooLong && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    text += valid ? String.fromCodePoint(code) : '\ufffd'
    index += valid ? used : 1
  }
  return text
}

/** The value of a string literal as it stands in the source, quotes included. */
export function unquote(literal: string): string {
  const inside = literal.slice(1, literal.endsWith(literal.charAt(0)) ? -1 : undefined)
  if (literal.startsWith('`')) return inside.replaceAll('\r', '')
  if (!inside.includes('\\')) return inside
  let text = ''
  let end = 0
  let bytes: number[] = []
  const flush = () => {
    if (bytes.length > 0) text += decodeBytes(bytes)
    bytes = []
  }
  for (const match of inside.matchAll(escapePattern)) {
    const [sequence] = match
    if (match.index > end) flush()
    text += inside.slice(end, match.index)
    end = match.index + sequence.length
    const kind = sequence.charAt(1)
    if (sequence.length === 4 && kind !== 'u' && kind !== 'U') {
      bytes.push(
        (kind === 'x'
          ? Number.parseInt(sequence.slice(2), 16)
          : Number.parseInt(sequence.slice(1), 8)) & 0xff,
      )
      continue
    }
    flush()
    if (sequence.length > 4) {
      const code = Number.parseInt(sequence.slice(2), 16)
      text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
    } else {
      text += escapedCharacters.get(kind) ?? sequence
    }
  }
  flush()
  return text + inside.slice(end)
}
