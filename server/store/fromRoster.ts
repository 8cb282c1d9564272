import { sql } from 'kysely'
import type { GroupRole } from '../../lib/contract/schemas.ts'
import type { Database } from './open.ts'

/** Somebody whom a roster brought into a Group, or an invitation that it led to. */
export interface FromRoster {
  readonly id: string
  readonly state: 'member' | 'pending'
  readonly email: string
  readonly name: string
  readonly role: GroupRole
  /** Addresses that they were invited by and that are theirs too, and those that the roster has instead. */
  readonly aliases: readonly string[]
}

/** Everybody in a Group, or invited, whose origin is the roster: by their own membership, never by one around it. */
export const fromRoster = async (db: Database, groupId: string): Promise<FromRoster[]> => {
  const { rows } = await sql<FromRoster>`
    select p.id, 'member' as state, p.email, p.name, m.role, array(
             with proved as (
               select a.email from invitations a
                where a.group_id = m.group_id and a.accepted_by = m.person_id and a.alias
             )
             select email from proved
             union
             select l.listed from listed_addresses l
              where l.group_id = m.group_id and (l.email = p.email or l.email in (select email from proved))) as aliases
      from members m join people p on p.id = m.person_id where m.group_id = ${groupId} and m.origin = 'roster'
    union all
    select v.id, 'pending', v.email, v.name, v.role, array(
             select l.listed from listed_addresses l where l.group_id = v.group_id and l.email = v.email)
      from invitations v
     where v.group_id = ${groupId} and v.origin = 'roster' and v.state = 'pending' and v.expires_at > now()
     order by email`.execute(db)
  return rows
}
