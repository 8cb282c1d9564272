import * as z from 'zod/mini'
import { call, inGroup } from '../call.ts'
import { GroupRole, Id, LinkAccess, ShareLink } from '../schemas.ts'

export const linkCalls = {
  'links.list': call({
    method: 'GET',
    path: '/api/groups/:groupId/links',
    allow: 'group.makeLink',
    input: z.object(inGroup),
    output: z.object({ links: z.array(ShareLink) }),
    refuses: ['notAllowed'],
    summary: 'The live share links of a Group.',
  }),
  'links.create': call({
    method: 'POST',
    path: '/api/groups/:groupId/links',
    allow: 'group.makeLink',
    input: z.object({ ...inGroup, access: LinkAccess, role: GroupRole }),
    output: ShareLink,
    refuses: ['notAllowed'],
    summary: 'The one live link with this access and role; made when there is none. Anyone-links give Member only.',
  }),
  'links.revoke': call({
    method: 'DELETE',
    path: '/api/groups/:groupId/links/:linkId',
    allow: 'group.makeLink',
    input: z.object({ ...inGroup, linkId: Id }),
    output: z.object({}),
    refuses: ['notAllowed'],
    summary: 'End a share link; who came in by it stays.',
  }),
} as const
