const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The bytes of a text in UTF-8; a lone surrogate becomes U+FFFD, as every encoder has it. */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f))
    else if (code < 0x10000) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
    } else {
      bytes.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 0x3f),
        0x80 | ((code >> 6) & 0x3f),
        0x80 | (code & 0x3f),
      )
    }
  }
  return bytes
}

/** Base64 of a text's UTF-8 bytes, padded, as a Secret's `data` wants it. */
export function base64(text: string): string {
  const bytes = utf8Bytes(text)
  const digits: string[] = []
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second, third] = bytes.slice(index, index + 3)
    const word = (first << 16) | ((second ?? 0) << 8) | (third ?? 0)
    digits.push(
      alphabet.charAt(word >> 18),
      alphabet.charAt((word >> 12) & 63),
      second === undefined ? '=' : alphabet.charAt((word >> 6) & 63),
      third === undefined ? '=' : alphabet.charAt(word & 63),
    )
  }
  return digits.join('')
}
