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

/** A value with the option that declares it. */
export interface Written {
  readonly option: Option
  readonly value: unknown
  readonly path: Path
}

/** Everything that the user says about options, sections first. */
export function writtenValues(option: Option, value: unknown): readonly Written[] {
  const written: Written[] = []
  visitValues(option, value, (found, inner, path) =>
    written.push({ option: found, value: inner, path }),
  )
  return written
}
