import * as z from 'zod/mini'
import { call, inWorkspace } from '../call.ts'

const count = z.number()

/** What a Workspace has used of its limits. */
export const workspaceUseCalls = {
  'workspaces.usage': call({
    method: 'GET',
    path: '/api/workspaces/:workspaceId/usage',
    allow: 'workspace.change',
    input: z.object(inWorkspace),
    output: z.object({
      people: count,
      groups: count,
      /** Invitations, into Groups and into the Workspace. */
      pending: count,
      accepted: count,
      mailsThisMonth: count,
      /** As the daily limits count them. */
      invitationsToday: count,
      mailsToday: count,
      /** What it may have; invitations and mails in a day. */
      quotas: z.object({ people: count, groups: count, invitations: count, mails: count }),
    }),
    refuses: ['notAllowed'],
    summary: 'How much of everything a Workspace has, and may have.',
  }),
  'workspaces.testMail': call({
    method: 'POST',
    path: '/api/workspaces/:workspaceId/test-mail',
    allow: 'workspace.change',
    input: z.object(inWorkspace),
    output: z.object({
      /** `slow`: it was not answered in time, and may still be taken. */
      result: z.enum(['sent', 'noServer', 'slow', 'unreachable', 'signIn', 'noSuchAddress', 'later', 'refused']),
      /** What the mail server answered, such as `550 5.7.1`. */
      codes: z.nullable(z.string()),
    }),
    refuses: ['notAllowed', 'overQuota'],
    summary:
      'Send an invitation as it would look to the caller alone, at once, and say what the mail server said. It counts as a mail of the Workspace, in its day and in its pace.',
    reachesOut: true,
  }),
} as const
