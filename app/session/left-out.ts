import { isRecord, leftOutMark } from '../../src/index'
import type { Path } from '../queries/surface'

/** Where a secret was left out of a link or of what was stored, and still has to be typed again. */
export function leftOutPaths(values: unknown): readonly Path[] {
  const found: Path[] = []
  visit(values, [])
  return found

  function visit(value: unknown, path: Path): void {
    if (found.length >= 50) return
    if (typeof value === 'string') {
      if (value.includes(leftOutMark)) found.push(path)
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index])
    } else if (isRecord(value)) {
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key])
    }
  }
}
