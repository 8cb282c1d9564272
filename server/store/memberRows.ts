import { type RawBuilder, sql } from 'kysely'
import type { CallInput } from '../../lib/contract/calls.ts'
import type { GroupRole, MemberRow, MembershipOrigin } from '../../lib/contract/schemas.ts'
import { containing } from './containing.ts'
import { type MailState, newestMail } from './delivery.ts'
import { inside } from './inside.ts'
import { alongPeople, countInside, LARGE } from './largeGroup.ts'
import type { Database } from './open.ts'

/** Where a page of a list begins: after the row with this name (as it is sorted) and address. */
export type PlaceInList = readonly [sortName: string, email: string]

type Filter = CallInput<'members.list'>['state']
type Sort = NonNullable<CallInput<'members.list'>['sort']>

export interface PersonInList extends MailState {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: GroupRole
  readonly state: MemberRow['state']
  readonly origin: MembershipOrigin
  readonly since: Date
  /** Inherited, from a Group around this one. */
  readonly via: string | null
  readonly viaName: string | null
  readonly opened: boolean
  /** The address that they were invited by, and that is theirs too. */
  readonly invitedAs: string | null
  readonly sortName: string
}

// Each person is looked up by id: read whole, the table of people costs more than most Groups.
const accepted = (groupId: string) => sql`
  with ${inside([groupId])},
  people_here as (
    select p.id, p.email, p.name, i.role, 'accepted' as state, i.origin, i.since, i.via
      from inside i cross join lateral (select * from people where people.id = i.person_id limit 1) p
  )`

const pending = (groupId: string, which: RawBuilder<unknown> = sql`true`) => sql`
  with people_here as (
    select id, email, name, role, state, origin, created_at as since, null::uuid as via from invitations r
     where group_id = ${groupId} and state = 'pending' and expires_at > now() and ${which}
  )`

const cameBack = (groupId: string) => sql`coalesce((
  select o.failed_at is not null from outbox o
   where o.group_id = ${groupId} and o.email = r.email order by o.created_at desc limit 1), false)`

/** People whose newest invitation ended like that, and who did not come in some other way. */
const ended = (groupId: string, state: 'expired' | 'revoked' | 'declined') => sql`
  with ${inside([groupId])},
  newest as (
    select distinct on (email) id, email, name, role, origin, coalesce(ended_at, expires_at) as since,
           case when state = 'pending' and expires_at <= now() then 'expired' else state end as state
      from invitations where group_id = ${groupId} order by email, created_at desc
  ),
  people_here as (
    select n.*, null::uuid as via from newest n
     where n.state = ${state}
       and not exists (select from inside i join people p on p.id = i.person_id where p.email = n.email)
  )`

const removed = (groupId: string) => sql`
  with last as (
    select distinct on (person_id) person_id, what, was, origin, at
      from member_events where group_id = ${groupId} order by person_id, id desc
  ),
  people_here as (
    select p.id, p.email, p.name, l.was as role, 'removed' as state, l.origin, l.at as since, null::uuid as via
      from last l join people p on p.id = l.person_id
     where l.what in ('removed', 'left')
       and not exists (select from members m where m.group_id = ${groupId} and m.person_id = p.id)
  )`

const peopleHere = (groupId: string, state: Filter) => {
  if (state === 'accepted') return accepted(groupId)
  if (state === 'pending') return pending(groupId)
  if (state === 'bounced') return pending(groupId, cameBack(groupId))
  return state === 'removed' ? removed(groupId) : ended(groupId, state)
}

const byName = sql`lower(coalesce(nullif(h.name, ''), h.email))`
/** Each sorts as text, so that a place in any order is a text and an address. */
const orders: Readonly<Record<Sort, RawBuilder<unknown>>> = {
  name: byName,
  newest: sql`lpad((100000000000000000 - (extract(epoch from h.since) * 1000000)::bigint)::text, 18, '0')`,
  role: sql`case h.role when 'owner' then '1 ' when 'facilitator' then '2 ' else '3 ' end || ${byName}`,
}

/** A page of the people of a Group in one state; `total` counts all that are found, on every page. */
export const listPeople = async (
  db: Database,
  query: {
    readonly groupId: string
    readonly state: Filter
    readonly role?: GroupRole | undefined
    readonly origin?: MembershipOrigin | undefined
    readonly search: string
    readonly sort?: Sort | undefined
    readonly limit: number
    readonly after: PlaceInList | null
  },
): Promise<{ rows: PersonInList[]; total: number }> => {
  const { groupId, role, origin, sort = 'name' } = query
  const whole = query.state === 'accepted' && sort === 'name' && !role && !origin && query.search === ''
  const inAll = whole ? await countInside(db, groupId) : 0
  const isLarge = inAll >= LARGE
  const pattern = containing(query.search)
  const beyond = query.after
    ? sql`where (r."sortName", r.email) > (${query.after[0]} collate "und-x-icu", ${query.after[1]})`
    : sql``
  // Where nobody is on the page, one row tells the total alone.
  const { rows } = await sql<(PersonInList | { id: null }) & { total: number }>`
    ${isLarge ? alongPeople(groupId) : peopleHere(groupId, query.state)},
    found as not materialized (
      select h.*, (${orders[sort]}) collate "und-x-icu" as "sortName" from people_here h
       where ${query.search ? sql`(h.name ilike ${pattern} or h.email ilike ${pattern})` : sql`true`}
         and ${role ? sql`h.role = ${role}` : sql`true`} and ${origin ? sql`h.origin = ${origin}` : sql`true`}
    ),
    page as materialized (
      select r.* from found r ${beyond} order by r."sortName", r.email limit ${query.limit}
    )
    select r.*, all_of_it.total, around.name as "viaName", mail.*,
           exists (select from invitations v where v.group_id = ${groupId} and v.email = r.email
                      and v.opened_at is not null) as opened,
           case when r.state = 'accepted' then (
             select v.email from invitations v where v.group_id = ${groupId} and v.accepted_by = r.id and v.alias
              order by v.ended_at desc limit 1) end as "invitedAs"
      from (select ${isLarge ? sql`${inAll}::integer` : sql`(select count(*)::integer from found)`} as total) all_of_it
      left join page r on true left join groups around on around.id = r.via ${newestMail(groupId)}
     order by r."sortName", r.email`.execute(db)
  return { rows: rows.filter((row) => row.id !== null), total: rows[0]?.total ?? 0 }
}
