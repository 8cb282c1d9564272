import * as z from 'zod/mini'
import { call, inGroup } from '../call.ts'
import { Id, SendAnswer, SendBody } from '../schemas.ts'

export const invitationCalls = {
  'invitations.send': call({
    method: 'POST',
    path: '/api/groups/:groupId/invitations',
    allow: 'group.invite',
    input: z.object({ ...inGroup, ...SendBody.shape }),
    output: SendAnswer,
    refuses: ['notAllowed', 'archived', 'keyReused', 'tooLarge'],
    summary: 'Invite people, each with a role. One outcome per entry, in the order given; safe to repeat.',
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
