import * as z from 'zod/mini'
import { call } from '../call.ts'
import { MAX_EMAIL_LENGTH } from '../limits.ts'
import { Id, Me } from '../schemas.ts'

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

/** What stands in the way of leaving: whoever asks is its only Owner. */
const OwnedAlone = z.object({ kind: z.enum(['workspace', 'group']), id: Id, name: z.string() })

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
