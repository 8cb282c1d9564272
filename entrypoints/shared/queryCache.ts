import { queriesItem } from '../../lib/storage.ts'

/** Where the query client keeps the last answers about Groups; one record, whatever it is called. */
export const queryCache = {
  getItem: () => queriesItem.get(),
  setItem: (_key: string, value: string) => queriesItem.set(value),
  removeItem: () => queriesItem.remove(),
}
