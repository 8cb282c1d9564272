import * as z from 'zod/mini'
import { call } from '../call.ts'
import { MAX_EMAIL_LENGTH } from '../limits.ts'
import { GroupRole, Id, Me, WorkspaceRole } from '../schemas.ts'

const visit = {
  id: Id,
  /** As it names itself, such as `Firefox, Linux`; may be empty. */
  browser: z.string(),
  /** ISO 8601 */
  since: z.string(),
  /** ISO 8601, to the hour */
  lastUsed: z.string(),
  /** It is the one that asks. */
  here: z.boolean(),
}

const waiting = {
  id: Id,
  workspace: z.string(),
  inviter: z.object({ email: z.string(), name: z.string() }),
  /** ISO 8601; when they were invited, and until when they can accept. */
  since: z.string(),
  expiresAt: z.string(),
}

/** `group`: its name; null: into the Workspace itself. */
const WaitingInvitation = z.union([
  z.object({ ...waiting, group: z.string(), role: GroupRole }),
  z.object({ ...waiting, group: z.null(), role: WorkspaceRole }),
])

/** What stands in the way of leaving: whoever asks is its only Owner. */
const OwnedAlone = z.object({ kind: z.enum(['workspace', 'group']), id: Id, name: z.string() })

/** Whoever is signed in: their account, their browsers, and what waits for their address. */
export const meCalls = {
  me: call({
    method: 'GET',
    path: '/api/me',
    allow: 'person',
    input: z.object({}),
    output: Me,
    refuses: [],
    summary: 'Who is signed in, and their Workspaces.',
  }),
  'me.sessions': call({
    method: 'GET',
    path: '/api/me/sessions',
    allow: 'person',
    input: z.object({}),
    output: z.object({ sessions: z.array(z.object(visit)) }),
    refuses: [],
    summary: 'The browsers in which the caller is signed in, last used first.',
  }),
  'me.endSession': call({
    method: 'DELETE',
    path: '/api/me/sessions/:sessionId',
    allow: 'person',
    input: z.object({ sessionId: Id }),
    output: z.object({}),
    refuses: [],
    summary: 'Sign the caller out in one browser.',
  }),
  'me.connections': call({
    method: 'GET',
    path: '/api/me/connections',
    allow: 'person',
    input: z.object({}),
    output: z.object({
      connections: z.array(
        z.object({
          ...visit,
          /** The id of a build that is not ours. */
          extension: z.nullable(z.string()),
        }),
      ),
    }),
    refuses: [],
    summary: 'The extensions that act for the caller, last used first. `browser` is where they were connected.',
  }),
  'me.endConnection': call({
    method: 'DELETE',
    path: '/api/me/connections/:connectionId',
    allow: 'person',
    input: z.object({ connectionId: Id }),
    output: z.object({}),
    refuses: [],
    summary: 'Disconnect an extension: its tokens end at once.',
  }),
  'me.signOutEverywhere': call({
    method: 'POST',
    path: '/api/me/sign-out-everywhere',
    allow: 'person',
    input: z.object({}),
    output: z.object({ sessions: z.number(), connections: z.number() }),
    refuses: [],
    summary: 'End every sign-in and every connected extension of the caller, the one that asks too.',
  }),
  'me.invitations': call({
    method: 'GET',
    path: '/api/me/invitations',
    allow: 'person',
    input: z.object({}),
    output: z.object({ invitations: z.array(WaitingInvitation) }),
    refuses: [],
    summary:
      'The invitations that wait for the caller’s own address, newest first; not those whose mails are still held.',
  }),
  'me.accept': call({
    method: 'POST',
    path: '/api/me/invitations/:invitationId/accept',
    allow: 'person',
    input: z.object({ invitationId: Id }),
    /** `groupId`: the Group that they are in now; null: the Workspace alone. */
    output: z.object({ groupId: z.nullable(Id) }),
    refuses: ['overQuota'],
    summary: 'Accept an invitation that waits for the caller’s own address. A second time changes nothing.',
  }),
  'me.decline': call({
    method: 'POST',
    path: '/api/me/invitations/:invitationId/decline',
    allow: 'person',
    input: z.object({ invitationId: Id }),
    output: z.object({}),
    refuses: [],
    summary: 'Decline an invitation that waits for the caller’s own address.',
  }),
  'me.data': call({
    method: 'GET',
    path: '/api/me/data',
    allow: 'person',
    input: z.object({}),
    output: z.object({
      fileName: z.string(),
      /** The whole file, JSON. */
      text: z.string(),
    }),
    refuses: [],
    summary: 'Everything the service keeps of the caller, and what they did.',
  }),
  'me.deletion': call({
    method: 'GET',
    path: '/api/me/deletion',
    allow: 'person',
    input: z.object({}),
    output: z.object({
      alone: z.array(OwnedAlone),
      workspaces: z.number(),
      groups: z.number(),
      /** Private Groups that nobody else is in. */
      ownGroups: z.number(),
    }),
    refuses: [],
    summary: 'What deleting the account would end, and what it would leave without an Owner, which is refused.',
  }),
  'me.delete': call({
    method: 'POST',
    path: '/api/me/delete',
    allow: 'person',
    /** `confirm`: the caller's address, typed. */
    input: z.object({ confirm: z.string().check(z.maxLength(MAX_EMAIL_LENGTH)) }),
    output: z.object({}),
    refuses: ['notConfirmed', 'lastOwner', 'busy'],
    summary:
      'Delete the account for good: out of every Workspace and Group, signed out everywhere. Numbers and the audit stay, without who it was. What an address asked not to be mailed stays too.',
  }),
} as const
