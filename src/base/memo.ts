/** The same function, which makes what it makes of an object once. The object must not change after. */
export function memo<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, { readonly made: Made }>()
  return (key) => {
    const found = known.get(key)
    if (found) return found.made
    const made = make(key)
    known.set(key, { made })
    return made
  }
}

/** What is made when somebody first asks for it. */
export function lazy<Made>(make: () => Made): () => Made {
  let found: { readonly made: Made } | undefined
  return () => {
    found ??= { made: make() }
    return found.made
  }
}
