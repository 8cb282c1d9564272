import { useMutation, useQueryClient } from '@tanstack/react-query'
import { counted } from '../../../../components/members/acts.ts'
import { useServices } from '../../../../components/services.ts'
import type { CallService } from '../../../../lib/contract/index.ts'
import { MAX_PEOPLE_PER_CALL } from '../../../../lib/contract/limits.ts'
import { inChunks } from '../../../../lib/inChunks.ts'

/** What an Owner can do with invitations into the Workspace: the deeds of a Group's list. */
export type InvitationAct =
  | { readonly kind: 'remind' | 'renew' | 'revoke' }
  | { readonly kind: 'readdress'; readonly email: string }

interface Deed {
  readonly ids: readonly string[]
  readonly act: InvitationAct
}

/** Does it with one or several, a request at a time, and keeps what came of the last one. */
export const useInvitationActs = (workspaceId: string) => {
  const { call } = useServices()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ ids, act }: Deed) => {
      const all: { outcome: string }[] = []
      for (const some of inChunks(ids, MAX_PEOPLE_PER_CALL))
        all.push(...(await perform(call, workspaceId, [...some], act)))
      return { kind: act.kind, outcomes: counted(all) }
    },
    onSettled: () => client.invalidateQueries(),
  })
}

const perform = async (
  call: CallService,
  workspaceId: string,
  ids: string[],
  act: InvitationAct,
): Promise<readonly { outcome: string }[]> => {
  switch (act.kind) {
    case 'remind':
      return (await call('workspaceInvitations.resend', { workspaceId, ids })).outcomes
    case 'renew':
      return (await call('workspaceInvitations.renew', { workspaceId, ids })).outcomes
    case 'readdress': {
      const changes = ids.map((id) => ({ id, email: act.email }))
      return (await call('workspaceInvitations.readdress', { workspaceId, changes })).outcomes
    }
    case 'revoke':
      for (const invitationId of ids) await call('workspacePeople.uninvite', { workspaceId, invitationId })
      return ids.map(() => ({ outcome: 'revoked' }))
  }
}
