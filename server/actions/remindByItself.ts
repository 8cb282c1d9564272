import { sql } from 'kysely'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { Quotas } from '../config.ts'
import { recordAudit } from '../store/audit.ts'
import { isOpen } from '../store/groupState.ts'
import { lockGroup } from '../store/groups.ts'
import type { Database } from '../store/open.ts'
import { holdDaily } from '../store/quotas.ts'
import { eachGroup } from './eachGroup.ts'
import { queueReminders } from './sendReminders.ts'

interface Reminding {
  readonly id: string
  readonly workspaceId: string
  readonly days: number
}

/** Nothing about the invitation `v` was mailed for as many days as its Group waits. */
const isQuiet = (days: ReturnType<typeof sql<number>>) => sql`
  v.created_at <= now() - make_interval(days => ${days}) and not exists (
    select from outbox o where o.invitation_id = v.id
       and coalesce(o.sent_at, o.created_at) > now() - make_interval(days => ${days}))`

/**
 * Reminds people in Groups that do so by themselves, in the name of whoever invited them, with the caps that hold for all
 * reminders. A Workspace that has asked for all its mails of the day waits for the next one.
 */
export const remindByItself = async (db: Database, quotas: Quotas): Promise<void> => {
  const { rows } = await sql<Reminding>`
    select g.id, g.workspace_id as "workspaceId", g.remind_days as days from groups g
     where g.remind_days is not null and ${isOpen('g.id')}
       and exists (select from invitations v where v.group_id = g.id and v.state = 'pending' and v.expires_at > now()
                      and ${isQuiet(sql.ref('g.remind_days'))})`.execute(db)
  const remind = async (tx: Database, { id, workspaceId, days }: Reminding) => {
    await lockGroup(tx, id, 0)
    const { reminded } = await queueReminders(tx, id, { which: isQuiet(sql`${days}`), sender: sql`invited_by` })
    if (reminded === 0) return
    await holdDaily(tx, quotas, workspaceId, { mails: reminded })
    const details = { reminded }
    await recordAudit(tx, { actorId: null, workspaceId, groupId: id, action: 'reminders.send', details })
  }
  await eachGroup(db, rows, remind, (problem) => problem instanceof CallProblem && problem.code === 'overQuota')
}
