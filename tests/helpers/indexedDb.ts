import { vi } from 'vitest'

/** An IndexedDB with one store and no more of it than lib/storage/vault.ts asks for: happy-dom has none. */
export const giveIndexedDb = (): Map<string, unknown> => {
  const kept = new Map<string, unknown>()
  let isMade = false
  const request = <T>(result: T) => ({ result })
  const store = {
    get: (key: string) => request(structuredClone(kept.get(key))),
    put: (value: unknown, key: string) => request(kept.set(key, structuredClone(value)) && key),
    delete: (key: string) => request(void kept.delete(key)),
    clear: () => request(kept.clear()),
  }
  const database = {
    createObjectStore: () => {
      isMade = true
    },
    transaction: () => {
      if (!isMade) throw new Error('There is no such store.')
      const work: { objectStore: () => typeof store; oncomplete?: () => void } = { objectStore: () => store }
      setTimeout(() => work.oncomplete?.())
      return work
    },
    close: () => {},
  }
  vi.stubGlobal('indexedDB', {
    open: () => {
      const opening: { result: typeof database; onupgradeneeded?: () => void; onsuccess?: () => void } = {
        result: database,
      }
      setTimeout(() => {
        if (!isMade) opening.onupgradeneeded?.()
        opening.onsuccess?.()
      })
      return opening
    },
  })
  return kept
}
