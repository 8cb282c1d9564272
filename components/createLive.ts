import type { Live } from './services.ts'

/** A value that whoever holds it can change; whoever listens hears of it. */
export const createLive = <T>(first: T): Live<T> & { readonly set: (value: T) => void } => {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
  }
}
