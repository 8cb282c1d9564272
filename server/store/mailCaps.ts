import { sql } from 'kysely'
import { MAX_REMINDERS, REMINDER_DAYS } from '../../lib/contract/limits.ts'
import type { InvitedInto } from './invitedInto.ts'
import { isMailed } from './suppressions.ts'

/** Reminders that one address gets in a week, from all Groups and Workspaces together. */
const PER_WEEK = 5
/** Minutes between two mails that somebody asks for by hand. */
const RESEND_MINUTES = 10

/** What another mail about an invitation meets. */
export type MailVerdict = 'mail' | 'notMailed' | 'enough' | 'tooSoon'

/**
 * A column: whether the invitation `v` is mailed about again. The one place that counts such mails, whether they remind
 * everybody or are sent again to one person: both are reminders, and only the time between them differs.
 */
export const mailVerdict = (why: 'remind' | 'resend', into: InvitedInto) => sql<MailVerdict>`case
  when not ${isMailed('v', { reminders: true })} then 'notMailed'
  when (select count(*) from outbox o where o.${into.mail} = v.id and o.kind = 'reminder') >= ${MAX_REMINDERS}
    or (select count(*) from outbox o where o.email = v.email and o.kind = 'reminder'
           and o.created_at > now() - interval '7 days') >= ${PER_WEEK} then 'enough'
  when exists (select from outbox o where ${into.isAbout} and o.failed_at is null
           and (o.sent_at is null or o.sent_at > now() - ${
             why === 'remind'
               ? sql`make_interval(days => ${REMINDER_DAYS})`
               : sql`make_interval(mins => ${RESEND_MINUTES})`
           })) then 'tooSoon'
  else 'mail' end`
