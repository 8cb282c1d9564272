import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister'
import type { QueryClient } from '@tanstack/react-query'
import {
  type AsyncStorage,
  persistQueryClientRestore,
  persistQueryClientSubscribe,
} from '@tanstack/react-query-persist-client'
import { CONTRACT_VERSION } from '../lib/contract/limits.ts'

const kept: ReadonlySet<unknown> = new Set(['groups', 'rosterLinks'])
const WEEK = 7 * 24 * 60 * 60 * 1000

/**
 * Gives the client what was kept of the Groups and of the courses linked with them, so that the first picture already has
 * it, and keeps it from then on. Whatever holds people is never kept.
 */
export const keepQueries = async (client: QueryClient, storage: AsyncStorage<string>): Promise<void> => {
  const keeping = {
    queryClient: client,
    persister: createAsyncStoragePersister({ storage, key: 'queries', throttleTime: 100 }),
    buster: String(CONTRACT_VERSION),
  }
  await persistQueryClientRestore({ ...keeping, maxAge: WEEK })
  persistQueryClientSubscribe({
    ...keeping,
    dehydrateOptions: {
      shouldDehydrateQuery: ({ queryKey, state }) => kept.has(queryKey[0]) && state.status === 'success',
      shouldDehydrateMutation: () => false,
    },
  })
}
