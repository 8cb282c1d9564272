import type { QueryClient } from '@tanstack/react-query'
import { type Persister, PersistQueryClientProvider } from '@tanstack/react-query-persist-client'
import type { ReactNode } from 'react'
import { CONTRACT_VERSION } from '../lib/contract/limits.ts'

const WEEK = 7 * 24 * 60 * 60 * 1000

interface Props {
  readonly client: QueryClient
  readonly persister: Persister
  readonly children: ReactNode
}

/** Keeps the Group list on disk, so that it is there at once next time. Whatever holds people is never kept. */
export const QueryRoot = ({ client, persister, children }: Props) => (
  <PersistQueryClientProvider
    client={client}
    persistOptions={{
      persister,
      maxAge: WEEK,
      buster: String(CONTRACT_VERSION),
      dehydrateOptions: {
        shouldDehydrateQuery: ({ queryKey, state }) => queryKey[0] === 'groups' && state.status === 'success',
        shouldDehydrateMutation: () => false,
      },
    }}
  >
    {children}
  </PersistQueryClientProvider>
)
