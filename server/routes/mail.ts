import { sendReminders } from '../actions/sendReminders.ts'
import type { Handler, Handlers } from '../mount.ts'
import { recordAudit } from '../store/audit.ts'
import { liftBounce, liftBounceInWorkspace, suppressionsInWorkspace, suppressionsOf } from '../store/suppressions.ts'

const remind: Handler<'reminders.send'> = async ({ actor, group, service, tx }, { invitationIds }) =>
  await sendReminders(tx, actor, group, invitationIds, service.config.quotas)

const present = <R extends { readonly since: Date }>(rows: readonly R[]) =>
  rows.map((row) => ({ ...row, since: row.since.toISOString() }))

const listSuppressions: Handler<'suppressions.list'> = async ({ group, tx }) => ({
  suppressions: present(await suppressionsOf(tx, group)),
})

const lift: Handler<'suppressions.lift'> = async ({ actor, group, tx }, { email }) => {
  const lifted = await liftBounce(tx, group.id, email)
  const where = { actorId: actor.id, workspaceId: group.workspaceId, groupId: group.id }
  if (lifted) await recordAudit(tx, { ...where, action: 'suppressions.lift' })
  return { lifted }
}

const listInWorkspace: Handler<'workspaceSuppressions.list'> = async ({ workspace, tx }, { search = '' }) => {
  const { suppressions, total } = await suppressionsInWorkspace(tx, workspace.id, search)
  return { suppressions: present(suppressions), total }
}

const liftInWorkspace: Handler<'workspaceSuppressions.lift'> = async ({ actor, workspace, tx }, { email }) => {
  const lifted = await liftBounceInWorkspace(tx, workspace.id, email)
  if (lifted)
    await recordAudit(tx, { actorId: actor.id, workspaceId: workspace.id, action: 'workspaceSuppressions.lift' })
  return { lifted }
}

export const mailHandlers = {
  'reminders.send': remind,
  'suppressions.list': listSuppressions,
  'suppressions.lift': lift,
  'workspaceSuppressions.list': listInWorkspace,
  'workspaceSuppressions.lift': liftInWorkspace,
} satisfies Partial<Handlers>
