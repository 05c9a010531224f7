import { base64 } from './base64'
import { isRecord } from './record'

/** Stands where a secret was, so that the configs stay the same in form. */
export const leftOutMark = 'left-out'

/** The same in the data of a Secret. */
export const leftOutData = base64(leftOutMark)

/** More than anybody would type again by hand. */
const most = 50

/** Where a secret was left out of a link or of what was stored, and still has to be typed again. */
export function leftOutPaths(values: unknown): readonly (readonly (string | number)[])[] {
  const found: (readonly (string | number)[])[] = []
  visit(values, [])
  return found

  function visit(value: unknown, path: readonly (string | number)[]): void {
    if (found.length >= most) return
    if (typeof value === 'string') {
      if (value.includes(leftOutMark) || value === leftOutData) found.push(path)
    } else if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index])
    } else if (isRecord(value)) {
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key])
    }
  }
}
