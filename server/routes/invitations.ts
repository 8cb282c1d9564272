import { sendInvitations } from '../actions/sendInvitations.ts'
import { undoBatch } from '../actions/undoBatch.ts'
import type { Handler } from '../mount.ts'

export const send: Handler<'invitations.send'> = async ({ actor, group, service, tx }, body) =>
  await sendInvitations(tx, service.config, actor, group, body)

export const undo: Handler<'invitations.undo'> = async ({ group, tx }, { batch }) => await undoBatch(tx, group, batch)
