/** A plain tree of maps, lists and scalars, made unchangeable in place, so that it can be shared. */
export function frozen<T>(tree: T): T {
  if (typeof tree !== 'object' || tree === null || Object.isFrozen(tree)) return tree
  for (const item of Object.values(tree)) frozen(item)
  return Object.freeze(tree)
}
