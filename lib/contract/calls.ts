import type * as z from 'zod/mini'
import type { Call } from './call.ts'
import { auditCalls } from './calls/audit.ts'
import { dataCalls } from './calls/data.ts'
import { groupCalls } from './calls/groups.ts'
import { invitationCalls } from './calls/invitations.ts'
import { linkCalls } from './calls/links.ts'
import { mailCalls } from './calls/mail.ts'
import { meCalls } from './calls/me.ts'
import { memberCalls } from './calls/members.ts'
import { rosterCalls } from './calls/rosters.ts'
import { ssoCalls } from './calls/sso.ts'
import { workspaceInvitationCalls } from './calls/workspaceInvitations.ts'
import { workspaceLinkCalls } from './calls/workspaceLinks.ts'
import { workspacePeopleCalls } from './calls/workspacePeople.ts'
import { workspaceCalls } from './calls/workspaces.ts'
import { workspaceUseCalls } from './calls/workspaceUse.ts'

/** Every call of the service. The rows stand in calls/, a file for each topic. */
export const calls = {
  ...meCalls,
  ...workspaceCalls,
  ...workspacePeopleCalls,
  ...workspaceInvitationCalls,
  ...ssoCalls,
  ...workspaceLinkCalls,
  ...workspaceUseCalls,
  ...groupCalls,
  ...memberCalls,
  ...invitationCalls,
  ...rosterCalls,
  ...linkCalls,
  ...mailCalls,
  ...dataCalls,
  ...auditCalls,
} as const satisfies Record<string, Call>

/** Such as `groups.list`. */
export type CallName = keyof typeof calls
/** The names in the order of the table. */
export const callNames = Object.keys(calls).filter((name): name is CallName => name in calls)
/** What a call takes, before its defaults and trimming. */
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>
/** What it answers. */
export type CallOutput<N extends CallName> = z.output<(typeof calls)[N]['output']>
/** The typed face of the service: one function, by name of the call. */
export type CallService = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>
