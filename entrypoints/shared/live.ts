import type { Live } from '../../components/services.ts'

export interface LiveSource<T> extends Live<T> {
  /** Takes the value as it is now and tells whoever listens. */
  set(value: T): void
}

export const liveSource = <T>(first: T): LiveSource<T> => {
  const listeners = new Set<() => void>()
  let value = first
  return {
    get: () => value,
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    set: (next) => {
      value = next
      for (const changed of listeners) changed()
    },
  }
}

/** A stored value as it is now and as it changes, whoever changes it. */
export const liveStored = async <T>(
  read: () => Promise<T>,
  watch: (changed: () => void) => () => void,
): Promise<Live<T>> => {
  const source = liveSource(await read())
  let asked = 0
  watch(async () => {
    const mine = ++asked
    const value = await read()
    // An older read that took longer does not win over a newer one.
    if (mine === asked) source.set(value)
  })
  return source
}
