import { queriesItem } from '../../lib/storage.ts'

/** Where the query client keeps the last answers about Groups; one record, whatever it is called. Read at once. */
export const readAhead = () => {
  const ahead = queriesItem.get()
  return {
    getItem: () => ahead,
    setItem: (_key: string, value: string) => queriesItem.set(value),
    removeItem: () => queriesItem.remove(),
  }
}
