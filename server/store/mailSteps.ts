import { sql } from 'kysely'
import { type MailState, mailState } from './delivery.ts'
import type { Database } from './open.ts'

interface MailStepRow extends MailState {
  readonly kind: 'invitation' | 'added' | 'reminder'
  readonly at: Date
}

/** `id`: a person's, or an invitation's. Their addresses are those that this Group's invitations to them were sent to. */
export const mailStepsOf = async (
  db: Database,
  groupId: string,
  id: string,
): Promise<{ mails: MailStepRow[]; openedAt: Date | null }> => {
  const theirs = sql`(i.id = ${id} or i.accepted_by = ${id})`
  const { rows: mails } = await sql<MailStepRow>`
    select o.kind, coalesce(o.failed_at, o.sent_at, o.created_at) as at, ${mailState}
      from outbox o
     where o.group_id = ${groupId} and o.kind in ('invitation', 'added', 'reminder') and o.email in (
             select email from people where id = ${id}
             union select email from invitations i where i.group_id = ${groupId} and ${theirs})
     order by o.created_at, o.id`.execute(db)
  const { rows } = await sql<{ openedAt: Date | null }>`
    select min(opened_at) as "openedAt" from invitations i where i.group_id = ${groupId} and ${theirs}`.execute(db)
  return { mails, openedAt: rows[0]?.openedAt ?? null }
}
