import { sql } from 'kysely'
import type { GroupRole, MembershipOrigin } from '../../lib/contract/schemas.ts'
import { type MailState, newestMail } from './delivery.ts'
import { inside } from './inside.ts'
import type { Database } from './open.ts'

/** Where a page of the list begins: after the row with this name (as it is sorted) and address. */
export type PlaceInList = readonly [sortName: string, email: string]

export interface PersonInList extends MailState {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: GroupRole
  readonly origin: MembershipOrigin
  readonly since: Date
  readonly opened: boolean
  readonly sortName: string
}

const accepted = (groupId: string) => sql`
  with ${inside([groupId])},
  people_here as (
    select p.id, p.email, p.name, i.role, i.origin, i.since from inside i join people p on p.id = i.person_id
  )`

const pending = (groupId: string) => sql`
  with people_here as (
    select id, email, name, role, origin, created_at as since from invitations
     where group_id = ${groupId} and state = 'pending' and expires_at > now()
  )`

/**
 * A page of a Group's members (`accepted`) or open invitations (`pending`), by name, people without one by address.
 * `total` counts all that are found, on every page.
 */
export const listPeople = async (
  db: Database,
  query: {
    readonly groupId: string
    readonly state: 'accepted' | 'pending'
    readonly search: string
    readonly limit: number
    readonly after: PlaceInList | null
  },
): Promise<{ rows: PersonInList[]; total: number }> => {
  const { groupId } = query
  const pattern = `%${query.search.replace(/[\\%_]/g, '\\$&')}%`
  const beyond = query.after
    ? sql`where (r."sortName", r.email) > (${query.after[0]} collate "und-x-icu", ${query.after[1]})`
    : sql``
  const { rows } = await sql<PersonInList & { total: number }>`
    ${query.state === 'accepted' ? accepted(groupId) : pending(groupId)},
    found as (
      select h.*, lower(coalesce(nullif(h.name, ''), h.email)) collate "und-x-icu" as "sortName" from people_here h
       where h.name ilike ${pattern} or h.email ilike ${pattern}
    )
    select r.*, (select count(*)::integer from found) as total, mail.*,
           exists (select from invitations v where v.group_id = ${groupId} and v.email = r.email
                      and v.opened_at is not null) as opened
      from found r ${newestMail(groupId)} ${beyond}
     order by r."sortName", r.email limit ${query.limit}`.execute(db)
  return { rows, total: rows[0]?.total ?? 0 }
}
