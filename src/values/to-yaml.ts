import { isRecord, setOwn, sortedEntries } from '../base/record'
import { printYaml } from '../yaml/print'

/** Deeper than any values go; what lies below is left out. */
const deepest = 100

function sorted(value: unknown, depth: number): unknown {
  if (depth > deepest) return null
  if (Array.isArray(value)) return value.map((item) => sorted(item, depth + 1))
  if (!isRecord(value)) return value
  const out: Record<string, unknown> = {}
  for (const [key, item] of sortedEntries(value)) setOwn(out, key, sorted(item, depth + 1))
  return out
}

/** Helm's `toYaml`: keys sorted, two spaces a level, the dashes of a list below its key. */
export function toYaml(value: unknown): string {
  return printYaml(sorted(value, 0), { indent: 2, indentLists: false, newline: '\n' })
}
