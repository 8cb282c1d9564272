import * as z from 'zod/mini'
import { call, inGroup, inWorkspace, search } from '../call.ts'
import { MAX_PEOPLE_PER_CALL, MAX_REMINDERS, REMINDER_DAYS } from '../limits.ts'
import { Email, Id } from '../schemas.ts'

/** An address that is not mailed; `unsubscribed`: it gets no reminders. */
const Suppression = z.object({
  email: z.string(),
  reason: z.enum(['bounced', 'complained', 'unsubscribed']),
  /** ISO 8601 */
  since: z.string(),
})

/** Reminders, and addresses that are not mailed. */
export const mailCalls = {
  'reminders.send': call({
    method: 'POST',
    path: '/api/groups/:groupId/reminders',
    allow: 'group.invite',
    input: z.object({
      ...inGroup,
      /** None named: everybody who is pending. */
      invitationIds: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(MAX_PEOPLE_PER_CALL))),
    }),
    output: z.object({
      reminded: z.number(),
      /** Mailed less than REMINDER_DAYS ago, or a mail to them still waits. */
      tooSoon: z.number(),
      /** Reminded MAX_REMINDERS times, or too often by other Groups. */
      enough: z.number(),
      /** Their mails came back, or they want no reminders. */
      notMailed: z.number(),
    }),
    refuses: ['notAllowed', 'archived', 'overQuota'],
    summary: `Remind people whose invitation is pending: at most ${MAX_REMINDERS} times each, ${REMINDER_DAYS} days apart. Who has accepted is not counted.`,
  }),
  'suppressions.list': call({
    method: 'GET',
    path: '/api/groups/:groupId/suppressions',
    allow: 'group.invite',
    input: z.object(inGroup),
    output: z.object({ suppressions: z.array(Suppression) }),
    refuses: ['notAllowed', 'archived'],
    summary:
      'Addresses of the Group that are not mailed, and why, as mails of this Workspace have met it. At most 1,000.',
  }),
  'suppressions.lift': call({
    method: 'POST',
    path: '/api/groups/:groupId/suppressions/lift',
    allow: 'group.invite',
    input: z.object({ ...inGroup, email: Email }),
    output: z.object({ lifted: z.boolean() }),
    refuses: ['notAllowed', 'archived'],
    summary: 'Mail an address again that bounced. What its owner decided (spam, no reminders) stays.',
  }),
  'workspaceSuppressions.list': call({
    method: 'GET',
    path: '/api/workspaces/:workspaceId/suppressions',
    allow: 'workspace.people',
    input: z.object({ ...inWorkspace, search }),
    output: z.object({ suppressions: z.array(Suppression), total: z.number() }),
    refuses: ['notAllowed'],
    summary:
      'Addresses that are not mailed, and why, as mails of this Workspace have met it; those of Private Groups are told to these alone. At most 1,000 of `total`: searching finds the rest.',
  }),
  'workspaceSuppressions.lift': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/suppressions/lift',
    allow: 'workspace.people',
    input: z.object({ ...inWorkspace, email: Email }),
    output: z.object({ lifted: z.boolean() }),
    refuses: ['notAllowed'],
    summary: 'Mail an address of the list above again that bounced. What its owner decided (spam, no reminders) stays.',
  }),
} as const
