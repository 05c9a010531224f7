/** Whether a value is a map of settings: an object, and neither a list nor null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The entries in the order in which Go ranges over a map: by the bytes of the key. */
export function sortedEntries<T>(map: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/** What stands at a path; `undefined` where it leads nowhere. Inherited properties are not there. */
export function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}

/** The list at a path; empty where there is none. */
export function listAt(root: unknown, path: readonly (string | number)[]): readonly unknown[] {
  const found = valueAt(root, path)
  return Array.isArray(found) ? found : []
}

/** Sets a key as a property of the object itself, whatever it is called, `__proto__` included. */
export function setOwn(target: object, key: string, value: unknown): void {
  // Only this key has a setter to inherit; for all others an assignment does the same, far faster.
  if (key !== '__proto__') {
    ;(target as Record<string, unknown>)[key] = value
    return
  }
  Object.defineProperty(target, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  })
}
