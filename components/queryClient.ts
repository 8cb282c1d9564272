import { QueryClient } from '@tanstack/react-query'
import { CallProblem, passing } from '../lib/contract/errors.ts'

/** Last known data at once, then fresh. What may pass by itself is tried once more; a refusal is shown at once. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        gcTime: 7 * 24 * 60 * 60 * 1000,
        staleTime: 5_000,
        retry: (failures, problem) => failures < 1 && problem instanceof CallProblem && passing.has(problem.code),
        retryDelay: 600,
      },
      mutations: { networkMode: 'always' },
    },
  })
