import { sql } from 'kysely'
import { MAX_REMINDERS, REMINDER_DAYS } from '../../lib/contract/limits.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { recordAudit } from '../store/audit.ts'
import { lockGroup } from '../store/groups.ts'
import type { Database } from '../store/open.ts'
import { isMailed } from '../store/suppressions.ts'

/** Reminders that one address gets in a week, from all Groups together. */
const PER_WEEK = 5

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
): Promise<Reminded> => {
  await lockGroup(tx, group.id, 0)
  const named = invitationIds ? sql`v.id = any(${invitationIds}::uuid[])` : sql`true`
  const { rows } = await sql<Reminded>`
    with judged as (
      select v.id, v.email, case
          when not ${isMailed('v', { reminders: true })} then 'notMailed'
          when (select count(*) from outbox o where o.invitation_id = v.id and o.kind = 'reminder') >= ${MAX_REMINDERS}
            or (select count(*) from outbox o where o.email = v.email and o.kind = 'reminder'
                   and o.created_at > now() - interval '7 days') >= ${PER_WEEK} then 'enough'
          when exists (select from outbox o where o.group_id = v.group_id and o.email = v.email and o.failed_at is null
                   and (o.sent_at is null or o.sent_at > now() - make_interval(days => ${REMINDER_DAYS})))
            then 'tooSoon'
          else 'reminded' end as verdict
        from invitations v
       where v.group_id = ${group.id} and v.state = 'pending' and v.expires_at > now() and ${named}
    ),
    queued as (
      insert into outbox (kind, email, invitation_id, group_id, sender_id)
      select 'reminder', email, id, ${group.id}::uuid, ${actor.id}::uuid from judged where verdict = 'reminded'
    )
    select (count(*) filter (where verdict = 'reminded'))::integer as reminded,
           (count(*) filter (where verdict = 'tooSoon'))::integer as "tooSoon",
           (count(*) filter (where verdict = 'enough'))::integer as enough,
           (count(*) filter (where verdict = 'notMailed'))::integer as "notMailed"
      from judged`.execute(tx)
  const counts = rows[0] ?? { reminded: 0, tooSoon: 0, enough: 0, notMailed: 0 }
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
