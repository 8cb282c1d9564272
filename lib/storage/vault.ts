/**
 * What is kept apart from `storage.local`: a database of the extension's own origin, which no content script reaches. For
 * browsers that have no switch to keep content scripts from `storage.local`.
 */
export const vault = {
  read: (key: string): Promise<unknown> => within('readonly', (kept) => kept.get(key)),
  write: async (values: Record<string, unknown>): Promise<void> => {
    await within('readwrite', (kept) =>
      Object.entries(values)
        .map(([key, value]) => kept.put(value, key))
        .at(-1),
    )
  },
  remove: async (keys: string[]): Promise<void> => {
    await within('readwrite', (kept) => keys.map((key) => kept.delete(key)).at(-1))
  },
  clear: async (): Promise<void> => {
    await within('readwrite', (kept) => kept.clear())
  },
}

const within = async <T>(
  mode: IDBTransactionMode,
  act: (kept: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T | undefined> => {
  const database = await open()
  try {
    // Strict: what was written is there after a crash, as it is in `storage.local`.
    const work = database.transaction('kept', mode, { durability: 'strict' })
    const asked = act(work.objectStore('kept'))
    await new Promise<void>((resolve, reject) => {
      work.oncomplete = () => resolve()
      work.onabort = () => reject(work.error ?? new Error('The database took nothing.'))
    })
    return asked?.result
  } finally {
    database.close()
  }
}

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('rollcall', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('kept')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error ?? new Error('The database did not open.'))
  })
