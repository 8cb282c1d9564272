/** Answers for keys; what is not there has no entry. */
type Ask<K, V> = (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>

/**
 * Makes one question of what many requests ask at once: who comes while one is under way is asked for by the next one. So
 * every answer is of a moment after its question, and a busy service asks the store no more often than it can answer.
 */
export const gather = <K, V>(ask: Ask<K, V>): Ask<K, V> => {
  // Until every request that has arrived was looked at: the embedded store would answer the first before the second is.
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  let next: { readonly keys: Set<K>; readonly answer: Promise<ReadonlyMap<K, V>> } | undefined
  let before: Promise<unknown> = Promise.resolve()
  const begin = () => {
    const keys = new Set<K>()
    const answer = before.then(turn).then(() => {
      next = undefined
      return ask([...keys])
    })
    before = answer.catch(() => {})
    return { keys, answer }
  }
  return (wanted) => {
    next ??= begin()
    for (const key of wanted) next.keys.add(key)
    return next.answer
  }
}

/** Makes something once for each store, and for each transaction of one. */
export const forEach = <S extends object, T>(make: (store: S) => T): ((store: S) => T) => {
  const made = new WeakMap<S, T>()
  return (store) => {
    const known = made.get(store) ?? make(store)
    made.set(store, known)
    return known
  }
}
