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
    proved as (
      select email, accepted_by as person_id, ended_at from invitations where group_id = ${query.groupId} and alias
    ),
    listed as (select listed, email from listed_addresses where group_id = ${query.groupId}),
    aliases as (
      select distinct on (email) email, person_id from (
        select email, person_id, ended_at from proved
        union all
        select l.listed, coalesce(a.person_id, p.id), null
          from listed l left join proved a on a.email = l.email left join people p on p.email = l.email
      ) every where person_id is not null order by email, ended_at desc nulls last
    ),
    waiting as (
      select v.id, v.email, v.name, v.role, v.origin, v.created_at as since from invitations v
       where v.group_id = ${query.groupId} and v.state = 'pending' and v.expires_at > now()
         and not exists (select from inside i join people p on p.id = i.person_id where p.email = v.email)
         and not exists (select from inside i join aliases a on a.person_id = i.person_id where a.email = v.email)
    ),
    gone as (
      select e.person_id, e.was, e.origin, e.at from (
        select distinct on (person_id) person_id, what, was, origin, at from member_events
         where group_id = ${query.groupId} order by person_id, id desc
      ) e
       where e.what in ('removed', 'left') and not exists (select from inside i where i.person_id = e.person_id)
    ),
    known as (
      -- A roster knows somebody who accepted for another address, or was sent to another, by the first one.
      select p.id, p.email, p.name, i.role, 'member' as state,
             case when i.origin = 'roster' and exists (select from aliases a where a.person_id = i.person_id)
                  then 'manual' else i.origin end as origin, i.since
        from inside i join people p on p.id = i.person_id
      union all
      select p.id, a.email, p.name, i.role, 'member', i.origin, i.since
        from aliases a join inside i on i.person_id = a.person_id join people p on p.id = a.person_id
       where not exists (select from inside j join people o on o.id = j.person_id where o.email = a.email)
      union all
      select v.id, v.email, v.name, v.role, 'pending',
             case when v.origin = 'roster' and exists (select from listed l where l.email = v.email)
                  then 'manual' else v.origin end, v.since
        from waiting v
      union all
      select v.id, l.listed, v.name, v.role, 'pending', v.origin, v.since
        from listed l join waiting v on v.email = l.email
       where not exists (select from waiting w where w.email = l.listed)
         and not exists (select from inside j join people o on o.id = j.person_id where o.email = l.listed)
      union all
      select p.id, w.email, p.name, e.was, 'removed', e.origin, e.at
        from gone e join people p on p.id = e.person_id
        cross join lateral (
          select p.email union select a.email from aliases a where a.person_id = e.person_id
        ) w
       where not exists (select from waiting v where v.email = w.email)
         and not exists (select from listed l join waiting v on v.email = l.email where l.listed = w.email)
         and not exists (select from inside j join people o on o.id = j.person_id where o.email = w.email)
         and not exists (select from gone f join people o on o.id = f.person_id where o.email = w.email and o.id <> p.id)
    )
    select * from known where email > ${query.after} collate "C" order by email collate "C" limit ${query.limit}`.execute(
    db,
  )
  return rows
}
