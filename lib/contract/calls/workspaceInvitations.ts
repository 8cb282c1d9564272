import * as z from 'zod/mini'
import { call, ids, inWorkspace, outcomes } from '../call.ts'
import { MAX_PEOPLE_PER_CALL, MAX_REMINDERS } from '../limits.ts'
import { Id, WorkspaceRole } from '../schemas.ts'

/** Why an address cannot be invited: as in `WorkspaceOutcome`. */
const conflicts = ['pending', 'member', 'roleDiffers', 'offDomain'] as const

/** What is done with invitations into a Workspace, as with those into a Group. */
export const workspaceInvitationCalls = {
  'workspaceInvitations.resend': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/invitations/resend',
    allow: 'workspace.people',
    input: z.object({ ...inWorkspace, ids }),
    output: outcomes(['sent', 'tooSoon', 'enough', 'notMailed', 'notPending', 'notHere']),
    refuses: ['notAllowed', 'overQuota'],
    summary: `Mail people again who are invited into a Workspace. It counts as a reminder: at most ${MAX_REMINDERS} times each.`,
  }),
  'workspaceInvitations.renew': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/invitations/renew',
    allow: 'workspace.people',
    input: z.object({ ...inWorkspace, ids }),
    output: outcomes(['renewed', ...conflicts, 'notPending', 'notHere']),
    refuses: ['notAllowed', 'overQuota'],
    summary:
      'Give invitations into a Workspace their days again, without a mail; make expired ones pending again, with one.',
  }),
  'workspaceInvitations.readdress': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/invitations/readdress',
    allow: 'workspace.people',
    input: z.object({
      ...inWorkspace,
      changes: z
        .array(z.object({ id: Id, email: z.string().check(z.maxLength(1000)) }))
        .check(z.minLength(1), z.maxLength(MAX_PEOPLE_PER_CALL)),
    }),
    output: z.object({
      outcomes: z.array(
        z.object({
          id: Id,
          outcome: z.enum(['readdressed', 'same', 'invalid', ...conflicts, 'notPending', 'notHere']),
          /** Readdressed: the invitation that took its place. */
          invitationId: z.optional(Id),
          /** The role that the new address has already, or is invited to. */
          role: z.optional(WorkspaceRole),
        }),
      ),
    }),
    refuses: ['notAllowed', 'overQuota'],
    summary: 'Send pending invitations into a Workspace to other addresses instead. The old links end.',
  }),
} as const
