import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useServices } from '../../../../components/services.ts'
import type { CallOutput } from '../../../../lib/contract/calls.ts'
import { MAX_PEOPLE_PER_CALL } from '../../../../lib/contract/limits.ts'
import type { WorkspaceRole } from '../../../../lib/contract/schemas.ts'

type Outcome = CallOutput<'workspacePeople.setRole'>['outcomes'][number]

/** Gives one role to as many people as are ticked, a request at a time. */
export const useSetRoles = (workspaceId: string, done: () => void) => {
  const { call } = useServices()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ ids, role }: { ids: readonly string[]; role: WorkspaceRole }) => {
      const all: Outcome[] = []
      for (let at = 0; at < ids.length; at += MAX_PEOPLE_PER_CALL) {
        const some = ids.slice(at, at + MAX_PEOPLE_PER_CALL)
        all.push(...(await call('workspacePeople.setRole', { workspaceId, ids: some, role })).outcomes)
      }
      return new Map([...Map.groupBy(all, ({ outcome }) => outcome)].map(([outcome, some]) => [outcome, some.length]))
    },
    onSuccess: done,
    onSettled: () => client.invalidateQueries(),
  })
}
