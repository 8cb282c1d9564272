import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { GroupRole, LinkAccess, ShareLink } from '../../lib/contract/schemas.ts'
import { keys, useLinks } from '../queries.ts'
import { useServices } from '../services.ts'

/** The live link of a Group with this access and role, if there is one; how to make it, and how to end it. */
export const useShareLink = (groupId: string, access: LinkAccess, role: GroupRole) => {
  const { call } = useServices()
  const client = useQueryClient()
  const links = useLinks(groupId)
  const keep = (made: ShareLink) =>
    client.setQueryData<readonly ShareLink[]>(keys.links(groupId), (before = []) => [
      ...before.filter(({ id }) => id !== made.id),
      made,
    ])
  return {
    links,
    link: links.data?.find((one) => one.access === access && one.role === role),
    make: async () => {
      const made = await call('links.create', { groupId, access, role })
      keep(made)
      return made.url
    },
    end: useMutation({
      mutationFn: (linkId: string) => call('links.revoke', { groupId, linkId }),
      onSettled: () => client.invalidateQueries({ queryKey: keys.links(groupId) }),
    }),
  }
}
