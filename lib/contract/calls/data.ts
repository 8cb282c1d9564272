import * as z from 'zod/mini'
import { call, inGroup } from '../call.ts'
import { MAX_GROUP_NAME } from '../limits.ts'

export const dataCalls = {
  'groups.export': call({
    method: 'GET',
    path: '/api/groups/:groupId/export',
    allow: 'group.export',
    /** `inside`: also of the Groups inside it that the caller owns, such as sections; each line says of which. */
    input: z.object({
      ...inGroup,
      format: z.enum(['csv', 'json']),
      inside: z.optional(z.enum(['true', 'false'])),
    }),
    output: z.object({
      /** Made of the Group's name, for saving. */
      fileName: z.string(),
      /** The whole file. */
      text: z.string(),
    }),
    refuses: ['notAllowed'],
    summary:
      'Everybody who was ever invited to a Group or is in it: who, when, with which role, and what became of it; where that is asked for, of those inside it too. In CSV, what a spreadsheet would take for a formula is text.',
  }),
  'groups.purge': call({
    method: 'POST',
    path: '/api/groups/:groupId/purge',
    allow: 'group.purge',
    /** `confirm`: the Group's name, typed. `inside`: also of the Groups inside it that the caller owns, such as sections. */
    input: z.object({
      ...inGroup,
      confirm: z.string().check(z.trim(), z.maxLength(MAX_GROUP_NAME)),
      inside: z.optional(z.boolean()),
    }),
    output: z.object({ members: z.number(), invitations: z.number(), mails: z.number() }),
    refuses: ['notAllowed', 'notConfirmed'],
    summary:
      'Remove the personal data of a Group for good: members other than Owners, invitations, mails; where that is asked for, of those inside it too. The Group stays, and the numbers of what was removed are kept in the audit.',
  }),
} as const
