import { isRecord, setOwn } from './record'

/** A deep copy of a plain tree of maps, lists and scalars. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T
  if (!isRecord(value)) return value
  const out: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) setOwn(out, key, copy(item))
  return out as T
}
