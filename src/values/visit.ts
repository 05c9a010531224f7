import { isRecord } from '../base/record'
import type { Path } from '../diagnostics/diagnostic'
import type { Option } from './options'
import { optionBelow } from './schema'

/** Deeper than any option goes. */
const deepest = 60

/** Calls back for every value that has an option of its own, sections first. */
export function visitValues(
  option: Option,
  value: unknown,
  visit: (option: Option, value: unknown, path: Path) => void,
  path: Path = [],
): void {
  visit(option, value, path)
  if (path.length > deepest) return
  const descend = (key: string | number, inner: unknown) => {
    const below = optionBelow(option, key, value)
    if (below) visitValues(below, inner, visit, [...path, key])
  }
  const entries = Array.isArray(value)
    ? value.entries()
    : isRecord(value)
      ? Object.entries(value)
      : []
  for (const [key, inner] of entries) descend(key, inner)
}
