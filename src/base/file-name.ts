/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * A text as one file name that every system takes and no path escapes from. What cannot stand in
 * one is written as `_` and its code.
 */
export function fileName(text: string): string {
  const safe = text
    .replaceAll(/[^\w.-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}`)
    .replace(/^[.-]/, '_')
    .replace(/\.$/, '_')
    .slice(0, 120)
  if (safe === '') return '_'
  return reserved.test(safe) ? `_${safe}` : safe
}
