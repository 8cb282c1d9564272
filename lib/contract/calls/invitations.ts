import * as z from 'zod/mini'
import { call, ids, inGroup, outcomes } from '../call.ts'
import { MAX_PEOPLE_PER_CALL, MAX_REMINDERS } from '../limits.ts'
import { GroupRole, Id, PersonToInvite, Prospect, SendAnswer, SendBody } from '../schemas.ts'

/** Why an address cannot be invited: as in `Outcome`. */
const conflicts = ['pending', 'member', 'roleDiffers', 'removed', 'offDomain'] as const

/** Sending, its forecast and Undo, and what is done with invitations. */
export const invitationCalls = {
  'invitations.send': call({
    method: 'POST',
    path: '/api/groups/:groupId/invitations',
    allow: 'group.invite',
    input: z.object({ ...inGroup, ...SendBody.shape }),
    output: SendAnswer,
    refuses: ['notAllowed', 'archived', 'keyReused', 'tooLarge', 'overQuota'],
    summary: 'Invite people, each with a role. One outcome per entry, in the order given; safe to repeat.',
  }),
  'invitations.forecast': call({
    method: 'POST',
    path: '/api/groups/:groupId/invitations/forecast',
    allow: 'group.invite',
    input: z.object({
      ...inGroup,
      people: z.array(PersonToInvite).check(z.minLength(1), z.maxLength(MAX_PEOPLE_PER_CALL)),
    }),
    output: z.object({ prospects: z.array(Prospect) }),
    refuses: ['notAllowed', 'archived', 'tooLarge'],
    summary:
      'What sending would do with each of them, in the order given. Nothing is changed, and nothing of it is kept.',
  }),
  'invitations.resend': call({
    method: 'POST',
    path: '/api/groups/:groupId/invitations/resend',
    allow: 'group.invite',
    input: z.object({ ...inGroup, ids }),
    output: outcomes(['sent', 'tooSoon', 'enough', 'notMailed', 'notPending', 'notHere']),
    refuses: ['notAllowed', 'archived', 'overQuota'],
    summary: `Mail people again whose invitation is pending. It counts as a reminder: at most ${MAX_REMINDERS} times each.`,
  }),
  'invitations.revoke': call({
    method: 'POST',
    path: '/api/groups/:groupId/invitations/revoke',
    allow: 'group.invite',
    input: z.object({ ...inGroup, ids }),
    output: outcomes(['revoked', 'notPending', 'notHere']),
    refuses: ['notAllowed', 'archived'],
    summary: 'Take pending invitations back. Their links end, and mails that wait do not leave.',
  }),
  'invitations.renew': call({
    method: 'POST',
    path: '/api/groups/:groupId/invitations/renew',
    allow: 'group.invite',
    input: z.object({ ...inGroup, ids }),
    output: outcomes(['renewed', 'added', ...conflicts, 'notPending', 'notHere']),
    refuses: ['notAllowed', 'archived', 'overQuota'],
    summary: 'Give pending invitations their days again, without a mail; make expired ones pending again, with one.',
  }),
  'invitations.setRole': call({
    method: 'POST',
    path: '/api/groups/:groupId/invitations/role',
    allow: 'group.invite',
    input: z.object({ ...inGroup, ids, role: GroupRole }),
    output: outcomes(['changed', 'same', 'notPending', 'notHere']),
    refuses: ['notAllowed', 'archived'],
    summary: 'Give pending invitations another role. No mail goes out.',
  }),
  'invitations.readdress': call({
    method: 'POST',
    path: '/api/groups/:groupId/invitations/readdress',
    allow: 'group.invite',
    input: z.object({
      ...inGroup,
      changes: z
        .array(z.object({ id: Id, email: z.string().check(z.maxLength(1000)) }))
        .check(z.minLength(1), z.maxLength(MAX_PEOPLE_PER_CALL)),
    }),
    output: z.object({
      outcomes: z.array(
        z.object({
          id: Id,
          outcome: z.enum(['readdressed', 'added', 'same', 'invalid', ...conflicts, 'notPending', 'notHere']),
          /** Readdressed: the invitation that took its place. */
          invitationId: z.optional(Id),
          /** The role that the person at the new address has already. */
          role: z.optional(GroupRole),
        }),
      ),
    }),
    refuses: ['notAllowed', 'archived', 'overQuota'],
    summary: 'Send pending invitations to other addresses instead, with the same role. The old links end.',
  }),
  'invitations.undo': call({
    method: 'POST',
    path: '/api/groups/:groupId/undo',
    allow: 'group.invite',
    input: z.object({ ...inGroup, batch: Id }),
    output: z.object({
      /** People taken back: neither invited nor members any more, no mail went out. */
      undone: z.number(),
      /** People whose mail had left already; they stay as they are. */
      tooLate: z.number(),
    }),
    refuses: ['notAllowed', 'archived'],
    summary: 'Take back a batch whose mails are still held.',
  }),
} as const
