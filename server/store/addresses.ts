import { sql } from 'kysely'
import type { GroupRole, MembershipOrigin } from '../../lib/contract/schemas.ts'
import { inside } from './inside.ts'
import type { Database } from './open.ts'

export interface AddressRow {
  /** The person's, or the invitation's. */
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: GroupRole
  readonly state: 'member' | 'pending' | 'removed'
  readonly origin: MembershipOrigin
  readonly since: Date
}

/** Every address that a Group knows, after `after`, in the order of their bytes. Who is in it is not listed as pending. */
export const listAddresses = async (
  db: Database,
  query: { readonly groupId: string; readonly after: string; readonly limit: number },
): Promise<AddressRow[]> => {
  const { rows } = await sql<AddressRow>`
    with ${inside([query.groupId])},
    aliases as (
      select distinct on (email) email, accepted_by as person_id from invitations
       where group_id = ${query.groupId} and alias order by email, ended_at desc
    ),
    known as (
      -- A roster knows somebody who accepted for another address by that one.
      select p.id, p.email, p.name, i.role, 'member' as state,
             case when i.origin = 'roster' and exists (select from aliases a where a.person_id = i.person_id)
                  then 'manual' else i.origin end as origin, i.since
        from inside i join people p on p.id = i.person_id
      union all
      select p.id, a.email, p.name, i.role, 'member', i.origin, i.since
        from aliases a join inside i on i.person_id = a.person_id join people p on p.id = a.person_id
       where not exists (select from inside j join people o on o.id = j.person_id where o.email = a.email)
      union all
      select v.id, v.email, v.name, v.role, 'pending', v.origin, v.created_at from invitations v
       where v.group_id = ${query.groupId} and v.state = 'pending' and v.expires_at > now()
         and not exists (select from inside i join people p on p.id = i.person_id where p.email = v.email)
         and not exists (select from inside i join aliases a on a.person_id = i.person_id where a.email = v.email)
      union all
      select p.id, p.email, p.name, e.was, 'removed', e.origin, e.at from (
        select distinct on (person_id) person_id, what, was, origin, at from member_events
         where group_id = ${query.groupId} order by person_id, id desc
      ) e join people p on p.id = e.person_id
       where e.what in ('removed', 'left')
         and not exists (select from inside i where i.person_id = e.person_id)
         and not exists (select from invitations v where v.group_id = ${query.groupId} and v.email = p.email
                          and v.state = 'pending' and v.expires_at > now())
    )
    select * from known where email > ${query.after} collate "C" order by email collate "C" limit ${query.limit}`.execute(
    db,
  )
  return rows
}
