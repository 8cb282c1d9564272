import { sql } from 'kysely'
import type { GroupRole } from '../../lib/contract/schemas.ts'
import { type MailState, newestMail } from './delivery.ts'
import type { Database } from './open.ts'

/** One line of a Group's export: an invitation, or somebody who is in it without one. */
export interface RecordRow extends MailState {
  readonly groupId: string
  readonly email: string
  readonly name: string
  readonly role: GroupRole
  readonly state: string
  readonly origin: string
  readonly since: Date
  readonly invitedBy: string | null
  readonly openedAt: Date | null
  readonly endedAt: Date | null
  readonly reminders: number
}

/**
 * Everybody whom these Groups themselves know, Group after Group as given, oldest first. An invitation that was accepted is
 * `left` where its person is not in the Group any more.
 */
export const recordOf = async (db: Database, groupIds: readonly string[]): Promise<RecordRow[]> => {
  const { rows } = await sql<RecordRow>`
    with lines as (
      select v.group_id as "groupId", v.email, coalesce(nullif(p.name, ''), v.name) as name, coalesce(m.role, v.role) as role,
             case when v.state = 'accepted' and m.person_id is null then 'left'
                  when v.state = 'pending' and v.expires_at <= now() then 'expired' else v.state end as state,
             v.origin, v.created_at as since, by.email as "invitedBy", v.opened_at as "openedAt", v.ended_at as "endedAt",
             (select count(*)::integer from outbox o where o.invitation_id = v.id and o.kind = 'reminder') as reminders
        from invitations v join people by on by.id = v.invited_by
        left join people p on p.email = v.email
        left join members m on m.group_id = v.group_id and m.person_id = v.accepted_by
       where v.group_id = any(${groupIds}::uuid[])
      union all
      select m.group_id, p.email, p.name, m.role, 'member', m.origin, m.created_at, null, null, null, 0
        from members m join people p on p.id = m.person_id
       where m.group_id = any(${groupIds}::uuid[])
         and not exists (select from invitations v where v.group_id = m.group_id and v.accepted_by = m.person_id)
    )
    select r.*, mail.* from lines r ${newestMail(sql`r."groupId"`)}
     order by array_position(${groupIds}::uuid[], r."groupId"), r.since, r.email collate "C"`.execute(db)
  return rows
}
