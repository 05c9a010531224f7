import { setOwn } from './record'

/** The same fields without those that are undefined: an optional one is then a line of its own. */
export function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(fields)) {
    if (value !== undefined) setOwn(out, key, value)
  }
  return out
}
