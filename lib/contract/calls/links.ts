import * as z from 'zod/mini'
import { call, inGroup } from '../call.ts'
import { MAX_ROSTER_PEOPLE } from '../limits.ts'
import { GroupRole, Id, LinkAccess, LinkLimits, ShareLink } from '../schemas.ts'

const aLink = { ...inGroup, linkId: Id }

/** Share links into a Group. */
export const linkCalls = {
  'links.list': call({
    method: 'GET',
    path: '/api/groups/:groupId/links',
    allow: 'group.makeLink',
    input: z.object({ ...inGroup, show: z.optional(z.enum(['live', 'all'])) }),
    output: z.object({ links: z.array(ShareLink) }),
    refuses: ['notAllowed', 'archived'],
    summary: 'The live share links of a Group; `all`: also those that are expired or full.',
  }),
  'links.create': call({
    method: 'POST',
    path: '/api/groups/:groupId/links',
    allow: 'group.makeLink',
    input: z.object({
      ...inGroup,
      access: LinkAccess,
      role: GroupRole,
      ...LinkLimits.shape,
      /** `roster`: whom it lets in, each with a role. The addresses are not kept, only what recognises them. */
      people: z.optional(
        z
          .array(z.object({ email: z.string().check(z.maxLength(1000)), role: GroupRole }))
          .check(z.minLength(1), z.maxLength(MAX_ROSTER_PEOPLE)),
      ),
    }),
    output: ShareLink,
    refuses: ['notAllowed', 'archived'],
    summary:
      'The one live link with this access and role, with these limits; made when there is none. Anyone-links give Member only, unless the Workspace allows more. A roster link needs its people when it is made; named again, they take the place of those before.',
  }),
  'links.change': call({
    method: 'POST',
    path: '/api/groups/:groupId/links/:linkId',
    allow: 'group.makeLink',
    input: z.object({ ...aLink, ...LinkLimits.shape }),
    output: ShareLink,
    refuses: ['notAllowed', 'archived'],
    summary: 'Change when a share link ends and how many it lets in.',
  }),
  'links.rotate': call({
    method: 'POST',
    path: '/api/groups/:groupId/links/:linkId/rotate',
    allow: 'group.makeLink',
    input: z.object(aLink),
    output: ShareLink,
    refuses: ['notAllowed', 'archived'],
    summary: 'Give a share link another address: the earlier one ends at once, everything else stays.',
  }),
  'links.revoke': call({
    method: 'DELETE',
    path: '/api/groups/:groupId/links/:linkId',
    allow: 'group.makeLink',
    input: z.object(aLink),
    output: z.object({}),
    refuses: ['notAllowed', 'archived'],
    summary: 'End a share link; who came in by it stays.',
  }),
} as const
