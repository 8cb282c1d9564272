import * as z from 'zod/mini'
import { call } from '../call.ts'
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
} as const
