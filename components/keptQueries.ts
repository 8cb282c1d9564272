import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister'
import type { QueryClient } from '@tanstack/react-query'
import {
  type AsyncStorage,
  persistQueryClientRestore,
  persistQueryClientSubscribe,
} from '@tanstack/react-query-persist-client'
import { CONTRACT_VERSION } from '../lib/contract/limits.ts'

const WEEK = 7 * 24 * 60 * 60 * 1000

/**
 * Gives the client what was kept of the Group list, so that the first picture already has it, and keeps it from then
 * on. Whatever holds people is never kept.
 */
export const keepQueries = async (client: QueryClient, storage: AsyncStorage<string>): Promise<void> => {
  const kept = {
    queryClient: client,
    persister: createAsyncStoragePersister({ storage, key: 'queries', throttleTime: 100 }),
    buster: String(CONTRACT_VERSION),
  }
  await persistQueryClientRestore({ ...kept, maxAge: WEEK })
  persistQueryClientSubscribe({
    ...kept,
    dehydrateOptions: {
      shouldDehydrateQuery: ({ queryKey, state }) => queryKey[0] === 'groups' && state.status === 'success',
      shouldDehydrateMutation: () => false,
    },
  })
}
