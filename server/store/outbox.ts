import { sql } from 'kysely'
import type { Database } from './open.ts'

/** Queues one mail per person: to an invitation where there is one, else the notice that they were added. */
export const enqueueGroupMails = async (
  tx: Database,
  common: {
    readonly groupId: string
    readonly senderId: string
    readonly batch: string
    /** The mails are held until then. */
    readonly dueAt: Date
  },
  people: readonly { readonly email: string; readonly invitationId?: string }[],
): Promise<void> => {
  await sql`
    insert into outbox (kind, email, invitation_id, group_id, sender_id, batch, due_at)
    select case when w.invitation_id is null then 'added' else 'invitation' end, w.email, w.invitation_id,
           ${common.groupId}::uuid, ${common.senderId}::uuid, ${common.batch}::uuid, ${common.dueAt}::timestamptz
      from unnest(${people.map((p) => p.email)}::text[], ${people.map((p) => p.invitationId ?? null)}::uuid[])
           w(email, invitation_id)`.execute(tx)
}
