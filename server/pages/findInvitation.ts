import { sql } from 'kysely'
import type { GroupRole, Language } from '../../lib/contract/schemas.ts'
import type { Service } from '../service.ts'
import { findGroup, type GroupRow } from '../store/groups.ts'

/** An invitation as the person who holds its link may see it. */
export interface InvitationView {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: GroupRole
  /** `archived`, `gone`: the Group is closed for now, or was deleted. */
  readonly state: 'pending' | 'accepted' | 'revoked' | 'expired' | 'declined' | 'archived' | 'gone'
  readonly expiresAt: Date
  readonly endedAt: Date | null
  readonly group: { readonly id: string; readonly name: string }
  readonly workspace: string
  readonly workspaceId: string
  /** What the Workspace speaks. */
  readonly language: Language | null
  /** The inviter's address, and name where there is one. */
  readonly inviter: { readonly email: string; readonly name: string }
}

/** What a mailed token leads to; undefined when it is none of ours, or a newer one took its place. */
export const findInvitation = async (
  { db, secrets }: Pick<Service, 'db' | 'secrets'>,
  token: string,
): Promise<InvitationView | undefined> => {
  const read = secrets.readToken('invitation', token)
  if (!read) return undefined
  const row = await db
    .selectFrom('invitations as i')
    .innerJoin('groups as g', 'g.id', 'i.group_id')
    .innerJoin('workspaces as w', 'w.id', 'i.workspace_id')
    .innerJoin('people as p', 'p.id', 'i.invited_by')
    .select(['i.id', 'i.email', 'i.name', 'i.role', 'i.state', 'i.generation', 'i.expires_at', 'i.ended_at'])
    .select(sql<boolean>`i.state = 'pending' and i.expires_at <= now()`.as('overdue'))
    .select([
      'i.group_id',
      'g.name as group_name',
      'w.name as workspace',
      'i.workspace_id',
      'w.language',
      'i.invited_by',
    ])
    .select(['p.email as inviter_email', 'p.name as inviter_name'])
    .where('i.id', '=', read.id)
    .executeTakeFirst()
  if (!row || !read.isOf(row.generation)) return undefined
  const { overdue } = row
  const there = await findGroup(db, row.group_id, row.invited_by)
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    state: stateOf(row.state, overdue, there),
    expiresAt: row.expires_at,
    endedAt: overdue ? row.expires_at : row.ended_at,
    group: { id: row.group_id, name: row.group_name },
    workspace: row.workspace,
    workspaceId: row.workspace_id,
    language: row.language,
    inviter: { email: row.inviter_email, name: row.inviter_name },
  }
}

const stateOf = (
  state: Exclude<InvitationView['state'], 'archived' | 'gone'>,
  overdue: boolean,
  group: GroupRow | undefined,
): InvitationView['state'] => {
  if (!group) return 'gone'
  if (overdue) return 'expired'
  return state === 'pending' && group.archivedAt ? 'archived' : state
}
