import { sql } from 'kysely'
import type { GroupRole } from '../../lib/contract/schemas.ts'
import { inside } from './inside.ts'
import type { Database } from './open.ts'

interface Deed {
  readonly groupId: string
  readonly actorId: string
}

interface Standing {
  readonly id: string
  readonly role: GroupRole
  /** By a membership of their own. */
  readonly own: boolean
}

/** Who of these people is in the Group, and how. */
export const standingOf = async (
  tx: Database,
  groupId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Standing>> => {
  const { rows } = await sql<Standing>`
    with ${inside([groupId], sql`p.person_id = any(${ids}::uuid[])`)}
    select person_id as id, role, origin <> 'inherited' as own from inside`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Gives people of a Group a role, whatever an invitation that waits for them says; who is in it through another has a membership of their own from then on. */
export const giveRole = async (tx: Database, deed: Deed, ids: readonly string[], role: GroupRole): Promise<void> => {
  await sql`
    with changed as (
      update members m set role = ${role} from members b
       where m.group_id = ${deed.groupId} and m.person_id = any(${ids}::uuid[]) and m.role <> ${role}
         and b.group_id = m.group_id and b.person_id = m.person_id
      returning m.person_id, b.role as was, m.origin, m.created_at
    )
    insert into member_events (group_id, person_id, actor_id, what, was, role, origin, joined_at)
    select ${deed.groupId}::uuid, person_id, ${deed.actorId}::uuid, 'role', was, ${role}, origin, created_at
      from changed`.execute(tx)
  await sql`
    insert into members (group_id, person_id, role, origin)
    select ${deed.groupId}::uuid, id, ${role}, 'manual' from unnest(${ids}::uuid[]) id
    on conflict do nothing`.execute(tx)
  await endWaiting(tx, deed.groupId, ids)
}

/** Ends people's own memberships, and invitations and notices of this Group that wait for them. */
export const endMemberships = async (tx: Database, deed: Deed, ids: readonly string[]): Promise<void> => {
  await sql`
    with gone as (
      delete from members where group_id = ${deed.groupId} and person_id = any(${ids}::uuid[])
      returning person_id, role, origin, created_at
    )
    insert into member_events (group_id, person_id, actor_id, what, was, origin, joined_at)
    select ${deed.groupId}::uuid, person_id, ${deed.actorId}::uuid,
           case when person_id = ${deed.actorId}::uuid then 'left' else 'removed' end, role, origin, created_at
      from gone`.execute(tx)
  await endWaiting(tx, deed.groupId, ids)
  // Added again, they get one notice.
  await sql`
    delete from outbox o using people p
     where o.group_id = ${deed.groupId} and o.kind = 'added' and o.email = p.email and p.id = any(${ids}::uuid[])
       and o.sent_at is null and o.failed_at is null and o.attempts = 0`.execute(tx)
}

/** Brings memberships back as they were when they ended. Resolves with those who had one, and are in the Workspace. */
export const restoreMemberships = async (tx: Database, deed: Deed, ids: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with last as (
      select distinct on (person_id) person_id, what, was, origin, joined_at from member_events
       where group_id = ${deed.groupId} and person_id = any(${ids}::uuid[]) order by person_id, id desc
    ),
    back as (
      insert into members (group_id, person_id, role, origin, created_at)
      select ${deed.groupId}::uuid, l.person_id, l.was, l.origin, l.joined_at
        from last l join groups g on g.id = ${deed.groupId}
        join workspace_members w on w.workspace_id = g.workspace_id and w.person_id = l.person_id
       where l.what in ('removed', 'left')
      on conflict do nothing
      returning person_id, role, origin, created_at
    )
    insert into member_events (group_id, person_id, actor_id, what, was, role, origin, joined_at)
    select ${deed.groupId}::uuid, person_id, ${deed.actorId}::uuid, 'restored', role, role, origin, created_at
      from back returning person_id as id`.execute(tx)
  const back = rows.map(({ id }) => id)
  await endWaiting(tx, deed.groupId, back)
  return back
}

const endWaiting = async (tx: Database, groupId: string, ids: readonly string[]) => {
  await sql`
    update invitations v set state = 'revoked', ended_at = now() from people p
     where v.group_id = ${groupId} and v.state = 'pending' and v.email = p.email and p.id = any(${ids}::uuid[])`.execute(
    tx,
  )
}

/** Of a Group and those inside it, how many have no Owner among their people. To be asked under `lockTree`. */
export const countOwnerless = async (tx: Database, groupId: string): Promise<number> => {
  const { rows: nest } = await sql<{ id: string }>`
    with recursive nest as (
      select id from groups where id = ${groupId}
      union all
      select g.id from nest n join groups g on g.parent_id = n.id where g.deleted_at is null
    )
    select id from nest`.execute(tx)
  const ids = nest.map(({ id }) => id)
  const owners = sql`p.person_id in (
    select o.person_id from members o join chain c on c.ancestor = o.group_id where o.role = 'owner')`
  const { rows } = await sql<{ n: number }>`
    with ${inside(ids, owners)}
    select count(*)::integer as n from unnest(${ids}::uuid[]) id
     where not exists (select from inside i where i.group_id = id and i.role = 'owner')`.execute(tx)
  return rows[0]?.n ?? 0
}

/** What happened to a membership, oldest first, and the membership itself. */
export const eventsOf = async (db: Database, groupId: string, personId: string) => {
  const events = await db
    .selectFrom('member_events as e')
    .leftJoin('people as p', 'p.id', 'e.actor_id')
    .select(['e.at', 'e.what', 'e.was', 'e.role', 'e.joined_at as joinedAt'])
    .select(['p.id as actorId', 'p.email as actorEmail', 'p.name as actorName'])
    .where('e.group_id', '=', groupId)
    .where('e.person_id', '=', personId)
    .orderBy('e.id')
    .execute()
  const now = await db
    .selectFrom('members')
    .select(['role', 'created_at as joinedAt'])
    .where('group_id', '=', groupId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return { events, now }
}
