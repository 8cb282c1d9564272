import { sql } from 'kysely'
import type { Delivery } from '../../lib/contract/schemas.ts'

/** The state of somebody's newest mail about a Group, as columns: see `newestMail`. */
export interface MailState {
  readonly mailHeld: boolean | null
  readonly mailSent: boolean | null
  readonly mailFailed: boolean | null
}

/** A lateral join `mail` for rows `r` with an `email`, in one Group. */
export const newestMail = (groupId: string) => sql`
  left join lateral (
    select o.due_at > now() and o.attempts = 0 as "mailHeld", o.sent_at is not null as "mailSent",
           o.failed_at is not null as "mailFailed"
      from outbox o where o.group_id = ${groupId} and o.email = r.email order by o.created_at desc limit 1
  ) mail on true`

/** `leaves`: a mail server is set up. */
export const deliveryOf = (mail: MailState, leaves: boolean): Delivery => {
  if (mail.mailHeld === null) return 'none'
  if (mail.mailSent) return 'sent'
  if (mail.mailFailed) return 'bounced'
  if (mail.mailHeld) return 'held'
  return leaves ? 'queued' : 'kept'
}
