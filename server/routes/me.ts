import { CallProblem } from '../../lib/contract/errors.ts'
import { CONTRACT_VERSION } from '../../lib/contract/limits.ts'
import { acceptWaiting, declineWaiting } from '../actions/answerInvitation.ts'
import { deleteAccount, planDeletion } from '../actions/deleteAccount.ts'
import { connectionsOf, endConnectionsOf, endSessionsOf, sessionsOf, type Visit } from '../auth/visits.ts'
import type { Handler, Handlers } from '../mount.ts'
import { dataOf } from '../store/personData.ts'
import { takeFromBucket } from '../store/rateBuckets.ts'
import { type WaitingInvitation, waitingFor } from '../store/waitingInvitations.ts'
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

const presentWaiting = (invitation: WaitingInvitation) => ({
  ...invitation,
  inviter: { email: invitation.inviterEmail, name: invitation.inviterName },
  since: invitation.since.toISOString(),
  expiresAt: invitation.expiresAt.toISOString(),
})

const invitations: Handler<'me.invitations'> = async ({ actor, tx }) => ({
  invitations: (await waitingFor(tx, actor.email)).map(presentWaiting),
})

const accept: Handler<'me.accept'> = async ({ actor, tx, service }, { invitationId }) =>
  await acceptWaiting(tx, service.config.quotas, actor, invitationId)

const decline: Handler<'me.decline'> = async ({ actor, tx }, { invitationId }) => {
  await declineWaiting(tx, actor, invitationId)
  return {}
}

/** Files of one's own data in an hour: each is read from every table. */
const FILES_AN_HOUR = 20

const data: Handler<'me.data'> = async ({ actor, tx }) => {
  const wait = await takeFromBucket(tx, `data:${actor.id}`, FILES_AN_HOUR, 3600)
  if (wait > 0) throw new CallProblem('tooMany', undefined, wait)
  return { fileName: 'rollcall-my-data.json', text: JSON.stringify(await dataOf(tx, actor), null, 2) }
}

const deletion: Handler<'me.deletion'> = async ({ actor, tx }) => await planDeletion(tx, actor.id)

const remove: Handler<'me.delete'> = async ({ actor, tx }, { confirm }) => {
  await deleteAccount(tx, actor, confirm)
  return {}
}

export const meHandlers = {
  me,
  'me.sessions': sessions,
  'me.endSession': endSession,
  'me.connections': connections,
  'me.endConnection': endConnection,
  'me.signOutEverywhere': signOutEverywhere,
  'me.invitations': invitations,
  'me.accept': accept,
  'me.decline': decline,
  'me.data': data,
  'me.deletion': deletion,
  'me.delete': remove,
} satisfies Partial<Handlers>
