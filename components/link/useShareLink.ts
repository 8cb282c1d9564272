import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { GroupRole, LinkAccess, LinkLimits, ShareLink } from '../../lib/contract/schemas.ts'
import { keys, useLinks } from '../queries.ts'
import { useServices } from '../services.ts'

/** Whom a roster link lets in, each with a role. */
export type LinkPeople = readonly { readonly email: string; readonly role: GroupRole }[]

/** The live link of a Group with this access and role, if there is one; how to make, limit, renew and end it. */
export const useShareLink = (groupId: string, access: LinkAccess, role: GroupRole) => {
  const { call } = useServices()
  const client = useQueryClient()
  const links = useLinks(groupId)
  const keep = (made: ShareLink) =>
    client.setQueryData<readonly ShareLink[]>(keys.links(groupId), (before = []) =>
      before.some(({ id }) => id === made.id)
        ? before.map((one) => (one.id === made.id ? made : one))
        : [...before, made],
    )
  const ask = () => client.invalidateQueries({ queryKey: keys.links(groupId) })
  const isIt = (one: ShareLink) => one.access === access && (access === 'roster' || one.role === role)
  return {
    links,
    link: links.data?.find(isIt),
    others: links.data?.filter((one) => !isIt(one)) ?? [],
    make: async (people?: LinkPeople) => {
      const made = await call('links.create', { groupId, access, role, ...(people && { people: [...people] }) })
      keep(made)
      return made.url
    },
    limit: useMutation({
      mutationFn: ({ id, limits }: { id: string; limits: LinkLimits }) =>
        call('links.change', { groupId, linkId: id, ...limits }),
      onSuccess: keep,
    }),
    rotate: useMutation({
      mutationFn: (linkId: string) => call('links.rotate', { groupId, linkId }),
      onSuccess: keep,
      onError: ask,
    }),
    end: useMutation({
      mutationFn: (linkId: string) => call('links.revoke', { groupId, linkId }),
      onSettled: ask,
    }),
  }
}
