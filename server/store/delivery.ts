import { type RawBuilder, sql } from 'kysely'
import type { Delivery, DeliveryProblem } from '../../lib/contract/schemas.ts'

/** The state of somebody's newest mail about a Group or a Workspace, as columns: see `newestMail`. */
export interface MailState {
  readonly mailHeld: boolean | null
  readonly mailSent: boolean | null
  readonly mailFailed: boolean | null
  readonly mailFailure: string | null
}

/** Of a row `o` of the outbox. */
export const mailState = sql`
  o.due_at > now() and o.attempts = 0 as "mailHeld", o.sent_at is not null as "mailSent",
  o.failed_at is not null as "mailFailed", o.failure as "mailFailure"`

/** A lateral join `mail` for rows `r` with an `email`, in one Group: this one, or a column of the row. */
export const newestMail = (groupId: string | RawBuilder<string>) =>
  newestMailWhere(sql`o.group_id = ${groupId} and o.email = r.email`)

/** The same for rows `r` that are invitations into a Workspace. */
export const newestWorkspaceMail = () => newestMailWhere(sql`o.workspace_invitation_id = r.id`)

const newestMailWhere = (isAbout: RawBuilder<unknown>) => sql`
  left join lateral (
    select ${mailState} from outbox o where ${isAbout} order by o.created_at desc limit 1
  ) mail on true`

/** `leaves`: a mail server is set up. */
export const deliveryOf = (mail: MailState, leaves: boolean): Delivery => {
  if (mail.mailHeld === null) return 'none'
  // A mail that came back was sent before.
  if (mail.mailFailed) return 'bounced'
  if (mail.mailSent) return 'sent'
  if (mail.mailHeld) return 'held'
  return leaves ? 'queued' : 'kept'
}

/** What a mail's codes (RFC 3463) say in a word; undefined while there is nothing wrong with it. */
export const problemOf = ({ mailFailed, mailFailure }: MailState): DeliveryProblem | undefined => {
  if (mailFailure === 'complained') return 'complained'
  if (!mailFailed) return undefined
  if (mailFailure === 'suppressed') return 'blocked'
  const [, subject] = /\b5\.(\d+\.\d+)\b/.exec(mailFailure ?? '') ?? []
  if (subject && isNoMailbox(subject)) return 'noSuchAddress'
  if (subject === '2.2') return 'mailboxFull'
  return subject?.startsWith('7.') ? 'refused' : 'failed'
}

/** Whether codes say that nobody has this address, so that it is no use to try it again. */
export const isDeadAddress = (failure: string): boolean => {
  const [, subject] = /\b5\.(\d+\.\d+)\b/.exec(failure) ?? []
  return subject !== undefined && isNoMailbox(subject)
}

/** Bad mailbox, bad system, bad syntax, moved, a domain that takes no mail; disabled. */
const isNoMailbox = (subject: string) => /^(1\.[12346]|1\.10|2\.1)$/.test(subject)
