import { isRecord, setOwn } from './record'

type Key = string | number

/** Lists longer than this are not made only because a path names a high index. */
const maximumIndex = 100_000

function withEntry(container: unknown, key: Key, value: unknown): unknown {
  if (Array.isArray(container) && typeof key === 'number') {
    const out = [...container]
    while (out.length < key && key < maximumIndex) out.push(null)
    out[Math.min(key, out.length)] = value
    return out
  }
  const out: Record<string, unknown> = {}
  if (isRecord(container)) {
    for (const [name, item] of Object.entries(container)) setOwn(out, name, item)
  }
  setOwn(out, String(key), value)
  return out
}

/**
 * The tree with a value at a path; the tree that came in stays as it is.
 *
 * What is missing on the way is made: a list where an index is wanted, else a map. A scalar, or a
 * list where a key is wanted, gives way to a map.
 */
export function setIn(root: unknown, path: readonly Key[], value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  const container =
    typeof key === 'number' && !isRecord(root) && !Array.isArray(root)
      ? []
      : typeof key === 'string' && Array.isArray(root)
        ? {}
        : root
  const inner =
    (isRecord(container) || Array.isArray(container)) && Object.hasOwn(container, key)
      ? (container as Record<Key, unknown>)[key]
      : undefined
  return withEntry(container, key, rest.length === 0 ? value : setIn(inner, rest, value))
}

/** The tree without what stands at a path; an emptied map or list stays. Nothing there, nothing done. */
export function removeIn(root: unknown, path: readonly Key[]): unknown {
  const [key, ...rest] = path
  if (key === undefined) return undefined
  if (Array.isArray(root)) {
    if (typeof key !== 'number' || !Object.hasOwn(root, key)) return root
    return rest.length === 0
      ? root.filter((_, index) => index !== key)
      : root.map((item, index) => (index === key ? removeIn(item, rest) : item))
  }
  if (!isRecord(root) || !Object.hasOwn(root, key)) return root
  const out: Record<string, unknown> = {}
  for (const [name, item] of Object.entries(root)) {
    if (name !== String(key)) setOwn(out, name, item)
    else if (rest.length > 0) setOwn(out, name, removeIn(item, rest))
  }
  return out
}

/** Whether two plain trees say the same; the order of keys does not matter. */
export function sameTree(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => sameTree(item, right[index]))
    )
  }
  if (!isRecord(left) || !isRecord(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameTree(left[key], right[key]))
  )
}
