import { type RawBuilder, sql } from 'kysely'
import { MAX_PAGE_SIZE } from '../../lib/contract/limits.ts'
import type { GroupRole, WorkspaceRole } from '../../lib/contract/schemas.ts'
import { forEach, gather } from './gather.ts'
import { isOpen } from './groupState.ts'
import type { Database } from './open.ts'

/** An invitation as it waits for the person whose address it has. */
export type WaitingInvitation = {
  readonly id: string
  readonly workspaceId: string
  readonly workspace: string
  readonly inviterEmail: string
  readonly inviterName: string
  readonly since: Date
  readonly expiresAt: Date
} & (
  | { readonly groupId: string; readonly group: string; readonly role: GroupRole }
  | { readonly groupId: null; readonly group: null; readonly role: WorkspaceRole }
)

/** It can be accepted, and Undo does not take it back any more: `i`, by its mail. */
const isWaiting = (mail: 'invitation_id' | 'workspace_invitation_id') => sql`
  i.state = 'pending' and i.expires_at > now()
  and not exists (select from outbox o where ${sql.ref(`o.${mail}`)} = i.id and o.sent_at is null
                     and o.failed_at is null and o.attempts = 0 and o.due_at > now())`

const toGroup = (which: RawBuilder<unknown>) =>
  sql`${which} and ${isWaiting('invitation_id')} and ${isOpen('i.group_id')}`
const toWorkspace = (which: RawBuilder<unknown>) => sql`
  ${which} and ${isWaiting('workspace_invitation_id')}
  and exists (select from workspaces w where w.id = i.workspace_id and w.deleted_at is null)`

/** What waits for an address, newest first, and no more of it than a list has; or the one with this id, if it does. */
export const waitingFor = async (db: Database, email: string, id?: string): Promise<WaitingInvitation[]> => {
  const which = id === undefined ? sql`i.email = ${email}` : sql`i.email = ${email} and i.id = ${id}`
  const { rows } = await sql<WaitingInvitation>`
    select f.id, f.role, f.since, f."expiresAt", g.id as "groupId", g.name as "group", w.id as "workspaceId",
           w.name as workspace, p.email as "inviterEmail", p.name as "inviterName"
      from (
        select i.id, i.role, i.created_at as since, i.expires_at as "expiresAt", i.invited_by, i.workspace_id, i.group_id
          from invitations i where ${toGroup(which)}
         union all
        select i.id, i.role, i.created_at, i.expires_at, i.invited_by, i.workspace_id, null
          from workspace_invitations i where ${toWorkspace(which)}
      ) f
      join workspaces w on w.id = f.workspace_id join people p on p.id = f.invited_by
      left join groups g on g.id = f.group_id
     order by f.since desc, f.id limit ${MAX_PAGE_SIZE}::integer`.execute(db)
  return rows
}

/** Which invitations wait for each of these addresses, in one word: another one when another waits, or one does not any more. */
export const waitingMark = forEach((db: Database) =>
  gather(async (emails: readonly string[]) => {
    const which = sql`i.email = any(${emails}::text[])`
    const { rows } = await sql<{ email: string; mark: string }>`
      select email, string_agg(id::text, ' ' order by id) as mark from (
        select i.id, i.email from invitations i where ${toGroup(which)}
         union all
        select i.id, i.email from workspace_invitations i where ${toWorkspace(which)}
      ) f group by email`.execute(db)
    return new Map(rows.map(({ email, mark }) => [email, mark]))
  }),
)

/** An invitation that somebody has accepted: into which Group; null: into the Workspace alone. */
export const acceptedEarlier = async (
  db: Database,
  personId: string,
  id: string,
): Promise<{ groupId: string | null } | undefined> => {
  const { rows } = await sql<{ groupId: string | null }>`
    select group_id as "groupId" from invitations where id = ${id} and accepted_by = ${personId}
     union all
    select null from workspace_invitations where id = ${id} and accepted_by = ${personId}`.execute(db)
  return rows[0]
}
