import { sendInvitations } from '../actions/sendInvitations.ts'
import { undoBatch } from '../actions/undoBatch.ts'
import type { Handler, Handlers } from '../mount.ts'
import { rulesOf } from '../store/workspaceSettings.ts'

const send: Handler<'invitations.send'> = async ({ actor, group, service, tx }, body) =>
  await sendInvitations(tx, await rulesOf(tx, service.config, group.workspaceId), actor, group, body)

const undo: Handler<'invitations.undo'> = async ({ actor, group, tx }, { batch }) =>
  await undoBatch(tx, actor, group, batch)

export const invitationHandlers = { 'invitations.send': send, 'invitations.undo': undo } satisfies Partial<Handlers>
