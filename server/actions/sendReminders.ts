import { type RawBuilder, sql } from 'kysely'
import type { Quotas } from '../config.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { recordAudit } from '../store/audit.ts'
import { lockGroup } from '../store/groups.ts'
import { intoGroup } from '../store/invitedInto.ts'
import { mailVerdict } from '../store/mailCaps.ts'
import type { Database } from '../store/open.ts'
import { holdDaily } from '../store/quotas.ts'

interface Reminded {
  readonly reminded: number
  readonly tooSoon: number
  readonly enough: number
  readonly notMailed: number
}

/** Queues them where the caps allow. `which`: a condition on an invitation `v`; `sender`: in whose name, of one of them. */
export const queueReminders = async (
  tx: Database,
  groupId: string,
  { which, sender }: { readonly which: RawBuilder<unknown>; readonly sender: RawBuilder<unknown> },
): Promise<Reminded> => {
  const { rows } = await sql<Reminded>`
    with judged as (
      select v.id, v.email, v.invited_by, ${mailVerdict('remind', intoGroup)} as verdict
        from invitations v
       where v.group_id = ${groupId} and v.state = 'pending' and v.expires_at > now() and ${which}
    ),
    queued as (
      insert into outbox (kind, email, invitation_id, group_id, sender_id)
      select 'reminder', email, id, ${groupId}::uuid, ${sender} from judged where verdict = 'mail'
    )
    select (count(*) filter (where verdict = 'mail'))::integer as reminded,
           (count(*) filter (where verdict = 'tooSoon'))::integer as "tooSoon",
           (count(*) filter (where verdict = 'enough'))::integer as enough,
           (count(*) filter (where verdict = 'notMailed'))::integer as "notMailed"
      from judged`.execute(tx)
  return rows[0] ?? { reminded: 0, tooSoon: 0, enough: 0, notMailed: 0 }
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
  const counts = await queueReminders(tx, group.id, {
    which: invitationIds ? sql`v.id = any(${invitationIds}::uuid[])` : sql`true`,
    sender: sql`${actor.id}::uuid`,
  })
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
