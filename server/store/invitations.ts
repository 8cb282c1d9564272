import { sql } from 'kysely'
import type { GroupRole, WorkspaceRole } from '../../lib/contract/schemas.ts'
import type { Database } from './open.ts'
import type { Origin } from './tables.ts'

/** What a Group knows of one address before a send. */
export interface KnownPerson {
  readonly email: string
  readonly personId: string | null
  readonly workspaceRole: WorkspaceRole | null
  /** In the Group, by themselves or through a Group around it. */
  readonly memberRole: GroupRole | null
  readonly memberSince: Date | null
  readonly pendingRole: GroupRole | null
  readonly pendingSince: Date | null
  /** When they left the Group or were taken out of it, where they are not back. */
  readonly removedAt: Date | null
}

/** One row for each of the addresses, in no order. */
export const knownPeople = async (
  tx: Database,
  group: { id: string; workspaceId: string },
  emails: readonly string[],
): Promise<KnownPerson[]> => {
  // From the addresses on, each by an index (that is what the limits are for): a Group of fifty thousand is asked as quickly as one of fifty.
  const { rows } = await sql<KnownPerson>`
    with recursive chain as (
      select id, parent_id, 0 as depth, type = 'private' as closed_off, type = 'workspace' as for_everyone
        from groups where id = ${group.id}
      union all
      select a.id, a.parent_id, c.depth + 1, c.closed_off or a.type = 'private', a.type = 'workspace' and not c.closed_off
        from chain c join groups a on a.id = c.parent_id
    )
    select w.email, p.id as "personId", wm.role as "workspaceRole",
           coalesce(own.role, case when everyone.inside and wm.role <> 'owner' then 'member' end) as "memberRole",
           coalesce(own.since, case when everyone.inside and wm.role <> 'owner' then wm.created_at end) as "memberSince",
           v.role as "pendingRole", v.created_at as "pendingSince",
           case when last.what in ('removed', 'left') then last.at end as "removedAt"
      from unnest(${emails}::text[]) w(email)
      left join lateral (select id from people where email = w.email limit 1) p on true
      -- Somebody with another address who accepted for this one.
      left join lateral (
        select a.accepted_by as id from invitations a
         where a.group_id = ${group.id} and a.email = w.email and a.alias order by a.ended_at desc limit 1
      ) alias on true
      left join lateral (
        select m.role, m.created_at from workspace_members m
         where m.workspace_id = ${group.workspaceId} and m.person_id = p.id limit 1
      ) wm on true
      cross join (select bool_or(for_everyone) as inside from chain) everyone
      left join lateral (
        select m.role, m.created_at as since from chain c join members m on m.group_id = c.id
         where m.person_id in (p.id, alias.id) order by c.depth limit 1
      ) own on true
      left join lateral (
        select i.role, i.created_at from invitations i
         where i.group_id = ${group.id} and i.email = w.email and i.state = 'pending' and i.expires_at > now() limit 1
      ) v on true
      left join lateral (
        select e.what, e.at from member_events e
         where e.group_id = ${group.id} and e.person_id in (p.id, alias.id) order by e.id desc limit 1
      ) last on true`.execute(tx)
  return rows
}

/** Ends what nobody accepted in time, so that it can be invited again. */
export const expireInvitations = async (tx: Database, groupId?: string): Promise<void> => {
  await tx
    .updateTable('invitations')
    .set((eb) => ({ state: 'expired', ended_at: eb.ref('expires_at') }))
    .where('state', '=', 'pending')
    .where('expires_at', '<=', sql<Date>`now()`)
    .$if(groupId !== undefined, (query) => query.where('group_id', '=', groupId ?? ''))
    .execute()
}

export interface Invitee {
  readonly email: string
  readonly name: string
  readonly role: GroupRole
  /** Also where they were taken out of the Group before. */
  readonly again?: boolean
}

/** Makes Pending invitations, in the order of their addresses; an address that has one already is left out. */
export const insertInvitations = async (
  tx: Database,
  common: {
    readonly group: { readonly id: string; readonly workspaceId: string }
    readonly invitedBy: string
    readonly origin: Origin
    readonly batch: string | null
    readonly days: number
  },
  people: readonly Invitee[],
): Promise<(Invitee & { invitationId: string; since: string })[]> => {
  if (people.length === 0) return []
  const { rows } = await sql<{ id: string; email: string; since: Date }>`
    insert into invitations (workspace_id, group_id, email, name, role, origin, batch, invited_by, expires_at)
    select ${common.group.workspaceId}::uuid, ${common.group.id}::uuid, w.email, w.name, w.role, ${common.origin},
           ${common.batch}::uuid, ${common.invitedBy}::uuid, now() + make_interval(days => ${common.days}::integer)
      from unnest(${people.map((p) => p.email)}::text[], ${people.map((p) => p.name)}::text[],
                  ${people.map((p) => p.role)}::text[]) w(email, name, role)
     order by w.email
    on conflict (group_id, email) where state = 'pending' do nothing
    returning id, email, created_at as since`.execute(tx)
  const made = new Map(rows.map((row) => [row.email, row]))
  return people.flatMap((person) => {
    const row = made.get(person.email)
    return row ? { ...person, invitationId: row.id, since: row.since.toISOString() } : []
  })
}

/** The invitations of a Workspace that wait for an address, oldest first. */
export const pendingOf = async (
  db: Database,
  workspaceId: string,
  email: string,
): Promise<{ id: string; groupId: string }[]> =>
  await db
    .selectFrom('invitations')
    .select(['id', 'group_id as groupId'])
    .where('workspace_id', '=', workspaceId)
    .where('email', '=', email)
    .where('state', '=', 'pending')
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('created_at')
    .execute()
