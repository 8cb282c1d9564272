import * as z from 'zod/mini'
import { call, cursor, inGroup } from '../call.ts'
import { MAX_ADDRESSES_PER_PAGE, MAX_PAGE_SIZE } from '../limits.ts'
import { KnownAddress, MemberRow } from '../schemas.ts'

export const memberCalls = {
  'members.list': call({
    method: 'GET',
    path: '/api/groups/:groupId/members',
    allow: 'group.viewMembers',
    input: z.object({
      ...inGroup,
      state: z.enum(['accepted', 'pending']),
      search: z.optional(z.string().check(z.maxLength(100))),
      limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MAX_PAGE_SIZE))),
      after: cursor,
    }),
    output: z.object({ rows: z.array(MemberRow), total: z.number(), next: z.nullable(z.string()) }),
    refuses: ['notAllowed'],
    summary: 'Members (accepted) or open invitations (pending), by name then address.',
  }),
  'members.addresses': call({
    method: 'GET',
    path: '/api/groups/:groupId/addresses',
    allow: 'group.invite',
    input: z.object({ ...inGroup, after: cursor }),
    output: z.object({ addresses: z.array(KnownAddress), next: z.nullable(z.string()) }),
    refuses: ['notAllowed', 'archived'],
    summary: `Every address the Group knows, ${MAX_ADDRESSES_PER_PAGE} at a time: a client compares a roster with it on its own side.`,
  }),
} as const
