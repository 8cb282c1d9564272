import * as z from 'zod/mini'
import { call, cursor, ids, inGroup, outcomes, search } from '../call.ts'
import { MAX_ADDRESSES_PER_PAGE, MAX_PAGE_SIZE } from '../limits.ts'
import { Delivery, DeliveryProblem, GroupRole, Id, KnownAddress, MemberRow, MembershipOrigin } from '../schemas.ts'

const MembershipEvent = z.object({
  /** ISO 8601 */
  at: z.string(),
  what: z.enum(['joined', 'role', 'removed', 'left', 'restored']),
  /** From then on; for `removed` and `left`, until then. */
  role: GroupRole,
  /** Who did it. Null: nobody but themselves, or it is not known any more. */
  by: z.nullable(z.object({ id: Id, email: z.string(), name: z.string() })),
})

/** One mail to somebody about a Group, and how far it came. */
const MailStep = z.object({
  kind: z.enum(['invitation', 'added', 'reminder']),
  /** ISO 8601; when it left or came back, else when it was asked for. */
  at: z.string(),
  delivery: Delivery,
  problem: z.optional(DeliveryProblem),
})

/** A Group's people, and what is done with several at once. */
export const memberCalls = {
  'members.list': call({
    method: 'GET',
    path: '/api/groups/:groupId/members',
    allow: 'group.viewMembers',
    input: z.object({
      ...inGroup,
      /** `bounced`: pending, and its mail came back. `expired`, `revoked`, `declined`: how an invitation ended, of people who are not in. */
      state: z.enum(['accepted', 'pending', 'bounced', 'expired', 'revoked', 'declined', 'removed']),
      role: z.optional(GroupRole),
      origin: z.optional(MembershipOrigin),
      search,
      /** By name unless said. `role`: highest first, then by name. */
      sort: z.optional(z.enum(['name', 'newest', 'role'])),
      limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MAX_PAGE_SIZE))),
      after: cursor,
    }),
    output: z.object({ rows: z.array(MemberRow), total: z.number(), next: z.nullable(z.string()) }),
    refuses: ['notAllowed'],
    summary: 'Members (accepted), open invitations (pending) or those who are not in any more. By name, then address.',
  }),
  'members.setRole': call({
    method: 'POST',
    path: '/api/groups/:groupId/members/role',
    allow: 'group.changeMembers',
    input: z.object({ ...inGroup, ids, role: GroupRole }),
    output: outcomes(['changed', 'same', 'lastOwner', 'notHere']),
    refuses: ['notAllowed', 'archived'],
    summary:
      'Give people another role. Who is in through a Group around this one has a membership of their own here from then on.',
  }),
  'members.remove': call({
    method: 'POST',
    path: '/api/groups/:groupId/members/remove',
    allow: 'group.changeMembers',
    input: z.object({ ...inGroup, ids }),
    output: outcomes(['removed', 'inherited', 'lastOwner', 'notHere']),
    refuses: ['notAllowed', 'archived'],
    summary: 'Take people out of a Group. They can be restored.',
  }),
  'members.restore': call({
    method: 'POST',
    path: '/api/groups/:groupId/members/restore',
    allow: 'group.changeMembers',
    input: z.object({ ...inGroup, ids }),
    output: outcomes(['restored', 'member', 'notHere']),
    refuses: ['notAllowed', 'archived'],
    summary: 'Bring removed people back with the role, the origin and the history that they had.',
  }),
  'members.history': call({
    method: 'GET',
    path: '/api/groups/:groupId/members/:personId/history',
    allow: 'group.viewMembers',
    input: z.object({ ...inGroup, personId: Id }),
    output: z.object({ events: z.array(MembershipEvent) }),
    refuses: ['notAllowed'],
    summary: 'What happened to somebody’s own membership of a Group, oldest first. Nothing where they never had one.',
  }),
  'members.mails': call({
    method: 'GET',
    path: '/api/groups/:groupId/members/:memberId/mails',
    allow: 'group.viewMembers',
    /** `memberId`: the person's, or the invitation's. */
    input: z.object({ ...inGroup, memberId: Id }),
    output: z.object({
      mails: z.array(MailStep),
      /** ISO 8601; when the mailed link was first opened. */
      openedAt: z.nullable(z.string()),
    }),
    refuses: ['notAllowed'],
    summary: 'The mails that went to somebody about a Group, oldest first, and how far each came.',
  }),
  'members.leave': call({
    method: 'POST',
    path: '/api/groups/:groupId/leave',
    allow: 'group.leave',
    input: z.object(inGroup),
    output: z.object({}),
    refuses: ['lastOwner', 'inherited'],
    summary: 'Leave a Group. The last Owner stays; who is in through a Group around it leaves that one.',
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
