import { CallProblem } from '../../lib/contract/errors.ts'
import { CONTRACT_VERSION } from '../../lib/contract/limits.ts'
import { connectionsOf, endConnectionsOf, endSessionsOf, sessionsOf, type Visit } from '../auth/visits.ts'
import type { Handler, Handlers } from '../mount.ts'
import { workspacesOf } from '../store/workspaces.ts'

const me: Handler<'me'> = async ({ actor, tx }) => ({
  id: actor.id,
  email: actor.email,
  name: actor.name,
  contract: CONTRACT_VERSION,
  workspaces: await workspacesOf(tx, actor.id),
})

const present =
  (here: string) =>
  <V extends Visit>(visit: V) => ({
    ...visit,
    since: visit.since.toISOString(),
    lastUsed: visit.lastUsed.toISOString(),
    here: visit.id === here,
  })

const sessions: Handler<'me.sessions'> = async ({ actor, tx }) => ({
  sessions: (await sessionsOf(tx, actor.id)).map(present(actor.by)),
})

const connections: Handler<'me.connections'> = async ({ actor, tx }) => ({
  connections: (await connectionsOf(tx, actor.id)).map(present(actor.by)),
})

// What is somebody else's is not there, as what never was.
const endSession: Handler<'me.endSession'> = async ({ actor, tx }, { sessionId }) => {
  if ((await endSessionsOf(tx, actor.id, sessionId)) === 0) throw new CallProblem('notFound')
  return {}
}

const endConnection: Handler<'me.endConnection'> = async ({ actor, tx }, { connectionId }) => {
  if ((await endConnectionsOf(tx, actor.id, connectionId)) === 0) throw new CallProblem('notFound')
  return {}
}

const signOutEverywhere: Handler<'me.signOutEverywhere'> = async ({ actor, tx }) => ({
  sessions: await endSessionsOf(tx, actor.id),
  connections: await endConnectionsOf(tx, actor.id),
})

export const meHandlers = {
  me,
  'me.sessions': sessions,
  'me.endSession': endSession,
  'me.connections': connections,
  'me.endConnection': endConnection,
  'me.signOutEverywhere': signOutEverywhere,
} satisfies Partial<Handlers>
