import { sql } from 'kysely'
import type { Quotas } from '../config.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { recordAudit } from '../store/audit.ts'
import { lockGroup } from '../store/groups.ts'
import { mailVerdict } from '../store/mailCaps.ts'
import type { Database } from '../store/open.ts'
import { holdDaily } from '../store/quotas.ts'

interface Reminded {
  readonly reminded: number
  readonly tooSoon: number
  readonly enough: number
  readonly notMailed: number
}

/**
 * Queues a reminder for each Pending invitation that may have one. Who accepts before it leaves gets none: a mail about an
 * invitation is written when it leaves, and not at all when that is no longer pending.
 */
export const sendReminders = async (
  tx: Database,
  actor: Actor,
  group: AuthorisedGroup<'group.invite'>,
  invitationIds: readonly string[] | undefined,
  quotas: Quotas,
): Promise<Reminded> => {
  await lockGroup(tx, group.id, 0)
  const named = invitationIds ? sql`v.id = any(${invitationIds}::uuid[])` : sql`true`
  const { rows } = await sql<Reminded>`
    with judged as (
      select v.id, v.email, ${mailVerdict('remind')} as verdict
        from invitations v
       where v.group_id = ${group.id} and v.state = 'pending' and v.expires_at > now() and ${named}
    ),
    queued as (
      insert into outbox (kind, email, invitation_id, group_id, sender_id)
      select 'reminder', email, id, ${group.id}::uuid, ${actor.id}::uuid from judged where verdict = 'mail'
    )
    select (count(*) filter (where verdict = 'mail'))::integer as reminded,
           (count(*) filter (where verdict = 'tooSoon'))::integer as "tooSoon",
           (count(*) filter (where verdict = 'enough'))::integer as enough,
           (count(*) filter (where verdict = 'notMailed'))::integer as "notMailed"
      from judged`.execute(tx)
  const counts = rows[0] ?? { reminded: 0, tooSoon: 0, enough: 0, notMailed: 0 }
  await holdDaily(tx, quotas, group.workspaceId, { mails: counts.reminded })
  if (counts.reminded > 0)
    await recordAudit(tx, {
      actorId: actor.id,
      workspaceId: group.workspaceId,
      groupId: group.id,
      action: 'reminders.send',
      details: { reminded: counts.reminded },
    })
  return counts
}
