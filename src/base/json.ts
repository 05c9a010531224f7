import { isRecord, sortedEntries } from './record'

const angles: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** A plain tree as Go's JSON encoder writes it: keys sorted, no spaces, `<`, `>` and `&` escaped. */
export function goJson(value: unknown, depth = 0): string {
  if (depth > 200) return 'null'
  if (Array.isArray(value)) return `[${value.map((item) => goJson(item, depth + 1)).join(',')}]`
  if (isRecord(value)) {
    const entries = sortedEntries(value).filter(([, item]) => item !== undefined)
    return `{${entries.map(([key, item]) => `${goJson(key)}:${goJson(item, depth + 1)}`).join(',')}}`
  }
  const text = JSON.stringify(value) ?? 'null'
  return text.replaceAll(/[<>&\u2028\u2029]/g, (character) => angles[character] ?? character)
}
