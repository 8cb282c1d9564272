import type { LinkLimits, WorkspaceLink } from '../../lib/contract/schemas.ts'
import {
  columnsChanged,
  endOf,
  ensureLive,
  type LinkChange,
  type LinkLife,
  type LinkLifeEnd,
  type LinkWorkspace,
  limitColumns,
  limitsWhileLive,
  linkColumns,
} from './linkLife.ts'
import type { Database } from './open.ts'

type Kind = Pick<WorkspaceLink, 'access' | 'role'>

export interface WorkspaceLinkRow extends Kind, LinkLife {}

const ended = endOf('workspace_links').as('ended')

/** The links into a Workspace that were not revoked, oldest first. */
export const workspaceLinksOf = async (db: Database, workspaceId: string): Promise<WorkspaceLinkRow[]> =>
  await db
    .selectFrom('workspace_links')
    .select(linkColumns)
    .select(ended)
    .where('workspace_id', '=', workspaceId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

interface NewLink extends Kind {
  readonly workspaceId: string
  readonly createdBy: string
}

/** The one live link with this access and role, with these limits; made when there is none. */
export const ensureWorkspaceLink = async (tx: Database, link: NewLink, limits: LinkLimits): Promise<WorkspaceLinkRow> =>
  await ensureLive(
    () => insertLink(tx, link, limits),
    (linkId) => changeWorkspaceLink(tx, { workspaceId: link.workspaceId, linkId }, 'revoke'),
  )

const insertLink = async (tx: Database, link: NewLink, limits: LinkLimits): Promise<WorkspaceLinkRow> => {
  const { workspaceId, createdBy, access, role } = link
  return await tx
    .insertInto('workspace_links')
    .values({ workspace_id: workspaceId, access, role, created_by: createdBy, ...limitColumns(limits) })
    // An update that may change nothing, so that the row that was there comes back.
    .onConflict((oc) =>
      oc
        .columns(['workspace_id', 'access', 'role'])
        .where('revoked_at', 'is', null)
        .doUpdateSet((eb) => ({ role: eb.ref('excluded.role'), ...limitsWhileLive('workspace_links', limits) })),
    )
    .returning(linkColumns)
    .returning(ended)
    .executeTakeFirstOrThrow()
}

/** Undefined: this Workspace has no such link. */
export const changeWorkspaceLink = async (
  tx: Database,
  { workspaceId, linkId }: { readonly workspaceId: string; readonly linkId: string },
  change: LinkChange,
): Promise<WorkspaceLinkRow | undefined> =>
  await tx
    .updateTable('workspace_links')
    .set(columnsChanged(change))
    .where('id', '=', linkId)
    .where('workspace_id', '=', workspaceId)
    .where('revoked_at', 'is', null)
    .returning(linkColumns)
    .returning(ended)
    .executeTakeFirst()

/** A link into a Workspace as whoever holds it may know it. */
export interface OpenWorkspaceLink extends Kind {
  readonly id: string
  readonly generation: number
  readonly expiresAt: Date | null
  /** Null: it lets people in. */
  readonly end: LinkLifeEnd | null
  readonly workspace: LinkWorkspace
}

/** `toJoin` lets one person in at a time until the transaction ends, so that each is counted and a cap holds. */
export const openWorkspaceLink = async (
  db: Database,
  link: { readonly id: string; readonly generation: number },
  toJoin: 'toJoin' | 'toLook',
): Promise<OpenWorkspaceLink | undefined> => {
  const row = await db
    .selectFrom('workspace_links as l')
    .innerJoin('workspaces as w', 'w.id', 'l.workspace_id')
    .select(['l.access', 'l.role', 'l.generation', 'l.revoked_at', 'l.expires_at', endOf('l').as('ended')])
    .select(['w.id as workspace_id', 'w.name', 'w.email_domains', 'w.language', 'w.deleted_at'])
    .where('l.id', '=', link.id)
    .$if(toJoin === 'toJoin', (query) => query.forNoKeyUpdate('l'))
    .executeTakeFirst()
  if (!row) return undefined
  const { access, role, name, language } = row
  const end = row.revoked_at || row.deleted_at ? 'revoked' : row.generation === link.generation ? row.ended : 'replaced'
  const workspace = { id: row.workspace_id, name, emailDomains: row.email_domains, language }
  return { ...link, access, role, expiresAt: row.expires_at, end, workspace }
}
