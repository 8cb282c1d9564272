import { sql } from 'kysely'
import type { Database } from './open.ts'

interface Usage {
  readonly people: number
  readonly groups: number
  readonly pending: number
  readonly accepted: number
  readonly mailsThisMonth: number
  readonly invitationsToday: number
  readonly mailsToday: number
}

/** How much of everything a Workspace has. Today's numbers are those that its daily limits count. */
export const usageOf = async (db: Database, workspaceId: string): Promise<Usage> => {
  const invitations = (which: ReturnType<typeof sql>) => sql`(
    (select count(*) from invitations where workspace_id = ${workspaceId} and ${which})
    + (select count(*) from workspace_invitations where workspace_id = ${workspaceId} and ${which}))::integer`
  const today = (what: 'invitations' | 'mails') => sql`coalesce((
    select count from rate_buckets where key = ${`day.${what}:${workspaceId}`} and resets_at > now()), 0)`
  const { rows } = await sql<Usage>`
    select (select count(*)::integer from workspace_members where workspace_id = ${workspaceId}) as people,
           (select count(*)::integer from groups where workspace_id = ${workspaceId} and deleted_at is null) as groups,
           ${invitations(sql`state = 'pending' and expires_at > now()`)} as pending,
           ${invitations(sql`state = 'accepted'`)} as accepted,
           (select count(*)::integer from outbox o
             where o.sent_at >= date_trunc('month', now())
               and (o.group_id in (select id from groups where workspace_id = ${workspaceId})
                 or o.workspace_invitation_id in (select id from workspace_invitations where workspace_id = ${workspaceId}))
           ) as "mailsThisMonth",
           ${today('invitations')} as "invitationsToday", ${today('mails')} as "mailsToday"`.execute(db)
  const [row] = rows
  if (!row) throw new Error('A count has no answer.')
  return row
}
