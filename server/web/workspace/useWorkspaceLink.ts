import { useQuery } from '@tanstack/react-query'
import { useServices } from '../../../components/services.ts'
import type { CallInput } from '../../../lib/contract/calls.ts'
import type { LinkLimits, WorkspaceLink } from '../../../lib/contract/schemas.ts'
import { useAct } from '../kit/useAct.ts'

type Kind = Pick<CallInput<'workspaceLinks.create'>, 'access' | 'role'>
type Then = { readonly onSuccess: () => void }

/** The live link into a Workspace with this access and role, if there is one; how to make, limit, renew and end it. */
export const useWorkspaceLink = (workspaceId: string, { access, role }: Kind) => {
  const { call } = useServices()
  const links = useQuery({
    queryKey: ['workspaceLinks', workspaceId],
    // With those that are full or over: their limits can be changed.
    queryFn: async () => (await call('workspaceLinks.list', { workspaceId, show: 'all' })).links,
  })
  const create = useAct('workspaceLinks.create')
  const limit = useAct('workspaceLinks.change')
  const rotate = useAct('workspaceLinks.rotate')
  const end = useAct('workspaceLinks.revoke')
  const isIt = (one: WorkspaceLink) => one.access === access && one.role === role
  return {
    links,
    link: links.data?.find(isIt),
    others: links.data?.filter((one) => !isIt(one)) ?? [],
    make: async () => (await create.mutateAsync({ workspaceId, access, role })).url,
    acts: {
      limit: {
        ...limit,
        mutate: ({ id, limits }: { readonly id: string; readonly limits: LinkLimits }, then: Then) =>
          limit.mutate({ workspaceId, linkId: id, ...limits }, then),
      },
      rotate: { ...rotate, mutate: (linkId: string, then: Then) => rotate.mutate({ workspaceId, linkId }, then) },
      end: { ...end, mutate: (linkId: string, then: Then) => end.mutate({ workspaceId, linkId }, then) },
    },
  }
}
