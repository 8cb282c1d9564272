import { sendReminders } from '../actions/sendReminders.ts'
import type { Handler, Handlers } from '../mount.ts'
import { recordAudit } from '../store/audit.ts'
import { liftBounce, suppressionsOf } from '../store/suppressions.ts'

const remind: Handler<'reminders.send'> = async ({ actor, group, service, tx }, { invitationIds }) =>
  await sendReminders(tx, actor, group, invitationIds, service.config.quotas)

const listSuppressions: Handler<'suppressions.list'> = async ({ group, tx }) => ({
  suppressions: (await suppressionsOf(tx, group)).map((row) => ({ ...row, since: row.since.toISOString() })),
})

const lift: Handler<'suppressions.lift'> = async ({ actor, group, tx }, { email }) => {
  const lifted = await liftBounce(tx, group.id, email)
  const where = { actorId: actor.id, workspaceId: group.workspaceId, groupId: group.id }
  if (lifted) await recordAudit(tx, { ...where, action: 'suppressions.lift' })
  return { lifted }
}

export const mailHandlers = {
  'reminders.send': remind,
  'suppressions.list': listSuppressions,
  'suppressions.lift': lift,
} satisfies Partial<Handlers>
