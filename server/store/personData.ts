import { type RawBuilder, sql } from 'kysely'
import { connectionsOf, sessionsOf } from '../auth/visits.ts'
import type { Database } from './open.ts'

/** Everything the service keeps of somebody, and what they did: for their own eyes, so who did what to them is not in it. */
export const dataOf = async (db: Database, person: { readonly id: string; readonly email: string }) => {
  const { id, email } = person
  const rows = async (query: RawBuilder<object>) => (await query.execute(db)).rows
  const [profile] = await rows(sql`select id, email, name, created_at as since from people where id = ${id}`)
  return {
    person: profile,
    workspaces: await rows(sql`
      select w.name as workspace, m.role, m.origin, m.created_at as since, w.deleted_at as deleted
        from workspace_members m join workspaces w on w.id = m.workspace_id
       where m.person_id = ${id} order by m.created_at, w.id`),
    groups: await rows(sql`
      select g.name as "group", w.name as workspace, m.role, m.origin, m.created_at as since, g.archived_at as archived,
             g.deleted_at as deleted
        from members m join groups g on g.id = m.group_id join workspaces w on w.id = g.workspace_id
       where m.person_id = ${id} order by m.created_at, g.id`),
    history: await rows(sql`
      select g.name as "group", e.at, e.what, e.was, e.role, e.origin, e.joined_at as joined
        from member_events e join groups g on g.id = e.group_id where e.person_id = ${id} order by e.id`),
    invitations: await rows(sql`
      select v.email, v.name, g.name as "group", w.name as workspace, v.role, v.state, v.origin, v.created_at as since,
             v.expires_at as expires, v.opened_at as opened, v.ended_at as ended
        from invitations v join groups g on g.id = v.group_id join workspaces w on w.id = v.workspace_id
       where v.email = ${email} or v.accepted_by = ${id}
       union all
      select v.email, '', null, w.name, v.role, v.state, 'manual', v.created_at, v.expires_at, null, v.ended_at
        from workspace_invitations v join workspaces w on w.id = v.workspace_id
       where v.email = ${email} or v.accepted_by = ${id} order by since`),
    listed: await rows(sql`
      select l.listed as email, g.name as "group"
        from listed_addresses l join groups g on g.id = l.group_id where l.email = ${email} order by l.listed, g.id`),
    invited: await rows(sql`
      select v.email, v.name, g.name as "group", v.role, v.created_at as since
        from invitations v join groups g on g.id = v.group_id where v.invited_by = ${id}
       union all
      select v.email, '', null, v.role, v.created_at from workspace_invitations v where v.invited_by = ${id}
       order by since`),
    links: await rows(sql`
      select g.name as "group", l.access, l.role, l.created_at as since, l.revoked_at as ended
        from share_links l join groups g on g.id = l.group_id where l.created_by = ${id}
       union all
      select null, l.access, l.role, l.created_at, l.revoked_at from workspace_links l where l.created_by = ${id}
       order by since`),
    courses: await rows(sql`
      select g.name as "group", r.site, r.lms, r.course, r.name, r.created_at as since
        from roster_links r join groups g on g.id = r.group_id where r.created_by = ${id} order by since`),
    mails: await rows(sql`
      select kind, created_at as since, sent_at as sent, failed_at as failed, failure from outbox
       where email = ${email} order by created_at`),
    notMailed: await rows(sql`select reason, created_at as since from suppressions where email = ${email}`),
    sessions: (await sessionsOf(db, id)).map(({ id: _, ...visit }) => visit),
    connections: (await connectionsOf(db, id)).map(({ id: _, ...visit }) => visit),
    audit: await rows(sql`
      select a.at, a.action, w.name as workspace, g.name as "group", a.details
        from audit a left join workspaces w on w.id = a.workspace_id left join groups g on g.id = a.group_id
       where a.actor_id = ${id} order by a.id`),
  }
}
