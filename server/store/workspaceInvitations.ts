import { type Selectable, sql } from 'kysely'
import type { Language, WorkspaceRole } from '../../lib/contract/schemas.ts'
import { type MailState, newestWorkspaceMail } from './delivery.ts'
import type { Database } from './open.ts'
import type { Tables } from './tables.ts'

export interface WorkspaceInvitee {
  readonly email: string
  readonly role: WorkspaceRole
}

interface ListedWorkspaceInvitation extends WorkspaceInvitee, MailState {
  readonly id: string
  readonly since: Date
  readonly expiresAt: Date
}

/** The invitations of a Workspace that wait, or ran out and were followed by nothing else; by address. */
export const listWorkspaceInvitations = async (
  db: Database,
  workspaceId: string,
  state: 'pending' | 'expired',
): Promise<ListedWorkspaceInvitation[]> => {
  const { rows } = await sql<ListedWorkspaceInvitation>`
    with newest as (
      select distinct on (email) id, email, role, created_at as since, expires_at as "expiresAt",
             case when state = 'pending' and expires_at <= now() then 'expired' else state end as state
        from workspace_invitations where workspace_id = ${workspaceId}
       order by email, state = 'pending' desc, created_at desc
    )
    select r.id, r.email, r.role, r.since, r."expiresAt", mail.* from newest r ${newestWorkspaceMail()}
     where r.state = ${state}
       and (r.state = 'pending' or not exists (
         select from people p join workspace_members m on m.person_id = p.id
          where m.workspace_id = ${workspaceId} and p.email = r.email))
     order by r.email`.execute(db)
  return rows
}

/** Whether an invitation into the Workspace waits for an address. */
export const isInvitedIntoWorkspace = async (db: Database, workspaceId: string, email: string): Promise<boolean> => {
  const waiting = await db
    .selectFrom('workspace_invitations')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('email', '=', email)
    .where('state', '=', 'pending')
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return waiting !== undefined
}

/** What a Workspace knows of addresses, by address: the role that somebody has, or is invited to. */
export const knownInWorkspace = async (
  tx: Database,
  workspaceId: string,
  emails: readonly string[],
): Promise<Map<string, { has: WorkspaceRole | null; pending: WorkspaceRole | null }>> => {
  const { rows } = await sql<{ email: string; has: WorkspaceRole | null; pending: WorkspaceRole | null }>`
    select w.email, m.role as has, v.role as pending
      from unnest(${emails}::text[]) w(email)
      left join people p on p.email = w.email
      left join workspace_members m on m.workspace_id = ${workspaceId} and m.person_id = p.id
      left join workspace_invitations v on v.workspace_id = ${workspaceId} and v.email = w.email and v.state = 'pending'`.execute(
    tx,
  )
  return new Map(rows.map(({ email, has, pending }) => [email, { has, pending }]))
}

export interface WorkspaceInvitationRow extends WorkspaceInvitee {
  readonly id: string
  readonly state: Selectable<Tables['workspace_invitations']>['state']
}

/** As `invitationsById`, of those into a Workspace. */
export const workspaceInvitationsById = async (
  tx: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WorkspaceInvitationRow>> => {
  const rows = await tx
    .selectFrom('workspace_invitations')
    .select(['id', 'email', 'role', 'state'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Makes Pending invitations, each with its mail, and tells their ids by address; one that has one already is left out. */
export const inviteToWorkspace = async (
  tx: Database,
  common: { readonly workspaceId: string; readonly invitedBy: string; readonly days: number; readonly hold: number },
  people: readonly WorkspaceInvitee[],
): Promise<ReadonlyMap<string, string>> => {
  if (people.length === 0) return new Map()
  const { rows } = await sql<{ id: string; email: string }>`
    insert into workspace_invitations (workspace_id, email, role, invited_by, expires_at)
    select ${common.workspaceId}::uuid, w.email, w.role, ${common.invitedBy}::uuid,
           now() + make_interval(days => ${common.days}::integer)
      from unnest(${people.map((p) => p.email)}::text[], ${people.map((p) => p.role)}::text[]) w(email, role)
     order by w.email
    on conflict (workspace_id, email) where state = 'pending' do nothing
    returning id, email`.execute(tx)
  await mailWorkspaceInvitations(
    tx,
    { senderId: common.invitedBy, hold: common.hold },
    rows.map(({ id }) => id),
  )
  return new Map(rows.map(({ id, email }) => [email, id]))
}

/** Queues the mail of each of these invitations, held for so many seconds. */
export const mailWorkspaceInvitations = async (
  tx: Database,
  { senderId, hold }: { readonly senderId: string; readonly hold: number },
  ids: readonly string[],
): Promise<void> => {
  await sql`
    insert into outbox (kind, email, workspace_invitation_id, sender_id, due_at)
    select 'workspaceInvitation', email, id, ${senderId}::uuid, now() + make_interval(secs => ${hold})
      from workspace_invitations where id = any(${ids}::uuid[]) order by email`.execute(tx)
}

/** A Pending invitation comes to an end. False: there is none such that waits. */
export const endWorkspaceInvitation = async (
  tx: Database,
  invitation: { readonly id: string; readonly workspaceId: string },
  state: 'revoked' | 'declined',
): Promise<boolean> => {
  const ended = await tx
    .updateTable('workspace_invitations')
    .set({ state, ended_at: sql<Date>`now()` })
    .where('id', '=', invitation.id)
    .where('workspace_id', '=', invitation.workspaceId)
    .where('state', '=', 'pending')
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** Takes back what waits for somebody, by their address. */
export const revokeWorkspaceInvitationsOf = async (tx: Database, workspaceId: string, personId: string) =>
  await tx
    .updateTable('workspace_invitations')
    .set({ state: 'revoked', ended_at: sql<Date>`now()` })
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'pending')
    .where('email', '=', (eb) => eb.selectFrom('people').select('email').where('id', '=', personId))
    .execute()

/** Accepts the Pending, unexpired invitation, and says to which role; undefined when there is none such. */
export const takeWorkspaceInvitation = async (
  tx: Database,
  invitation: { readonly workspaceId: string; readonly id?: string },
  person: { readonly id: string; readonly email: string },
): Promise<{ id: string; role: WorkspaceRole } | undefined> =>
  await tx
    .updateTable('workspace_invitations')
    .set({ state: 'accepted', ended_at: sql<Date>`now()`, accepted_by: person.id })
    .where('workspace_id', '=', invitation.workspaceId)
    .where('email', '=', person.email)
    .where('state', '=', 'pending')
    .where('expires_at', '>', sql<Date>`now()`)
    .where((eb) =>
      eb.exists(eb.selectFrom('workspaces').where('id', '=', invitation.workspaceId).where('deleted_at', 'is', null)),
    )
    .$if(invitation.id !== undefined, (query) => query.where('id', '=', invitation.id ?? ''))
    .returning(['id', 'role'])
    .executeTakeFirst()

/** Ends what nobody accepted in time, so that it can be invited again. */
export const expireWorkspaceInvitations = async (db: Database, workspaceId?: string): Promise<void> => {
  await db
    .updateTable('workspace_invitations')
    .set((eb) => ({ state: 'expired', ended_at: eb.ref('expires_at') }))
    .where('state', '=', 'pending')
    .where('expires_at', '<=', sql<Date>`now()`)
    .$if(workspaceId !== undefined, (query) => query.where('workspace_id', '=', workspaceId ?? ''))
    .execute()
}

/** An invitation as the person who holds its link may see it. */
export interface WorkspaceInvitationView {
  readonly id: string
  readonly generation: number
  readonly email: string
  readonly role: WorkspaceRole
  readonly state: 'pending' | 'accepted' | 'revoked' | 'expired' | 'declined'
  readonly expiresAt: Date
  readonly workspace: { readonly id: string; readonly name: string; readonly language: Language | null }
  readonly inviter: { readonly email: string; readonly name: string }
}

export const findWorkspaceInvitation = async (
  db: Database,
  id: string,
): Promise<WorkspaceInvitationView | undefined> => {
  const row = await db
    .selectFrom('workspace_invitations as i')
    .innerJoin('workspaces as w', 'w.id', 'i.workspace_id')
    .innerJoin('people as p', 'p.id', 'i.invited_by')
    .select(['i.id', 'i.generation', 'i.email', 'i.role', 'i.expires_at as expiresAt', 'w.id as workspaceId', 'w.name'])
    .select('w.language')
    .select(['p.email as inviterEmail', 'p.name as inviterName'])
    .select(
      sql<WorkspaceInvitationView['state']>`
        case when i.state <> 'pending' then i.state when i.expires_at <= now() then 'expired'
             when w.deleted_at is not null then 'revoked' else i.state end`.as('state'),
    )
    .where('i.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { workspaceId, name, language, inviterEmail, inviterName, ...rest } = row
  const inviter = { email: inviterEmail, name: inviterName }
  return { ...rest, workspace: { id: workspaceId, name, language }, inviter }
}
