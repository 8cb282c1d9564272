import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SendJob } from '../../lib/jobs/job.ts'
import { useForgetPeople } from '../queries.ts'
import { useServices } from '../services.ts'

/**
 * Puts all sends of one press away, once it was asked anew who is in their Groups: the list that comes back would otherwise
 * offer for a moment whom they have just invited.
 */
export const usePutAway = (sends: readonly SendJob[]) => {
  const { jobs } = useServices()
  const client = useQueryClient()
  const forget = useForgetPeople()
  return useMutation({
    mutationFn: async () => {
      const into = sends.map(({ groupId }) => groupId)
      await forget(...into)
      await client.refetchQueries({
        type: 'inactive',
        predicate: ({ queryKey: [kind, ...ids] }) =>
          kind === 'addresses' && ids.some((id) => into.includes(String(id))),
      })
      for (const { id } of sends) await jobs.dismiss(id)
    },
  })
}
