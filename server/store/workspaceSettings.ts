import { sql } from 'kysely'
import type { WorkspaceSettings } from '../../lib/contract/schemas.ts'
import type { Config, Quotas } from '../config.ts'
import type { Database } from './open.ts'

/** What a Workspace has decided; null where it leaves that to the service. */
export const settingsOf = async (db: Database, workspaceId: string): Promise<WorkspaceSettings> =>
  await db
    .selectFrom('workspaces')
    .select(['name', 'email_domains as emailDomains', 'anyone_role as anyoneRole'])
    .select(['invitation_days as invitationDays', 'hold_seconds as holdSeconds', 'mails_per_minute as mailsPerMinute'])
    .select([
      'usual_roles as usualRoles',
      'language',
      sql<string | null>`term_ends_on::text`.as('termEndsOn'),
      'at_term_end as atTermEnd',
    ])
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow()

/** What holds in a Workspace: its own decisions, and the service's where it has none. */
export const rulesOf = async (
  db: Database,
  config: Pick<Config, 'invitationDays' | 'holdSeconds' | 'quotas'>,
  workspaceId: string,
): Promise<WorkspaceRules> => {
  const own = await settingsOf(db, workspaceId)
  return {
    ...own,
    invitationDays: own.invitationDays ?? config.invitationDays,
    holdSeconds: own.holdSeconds ?? config.holdSeconds,
    quotas: config.quotas,
  }
}

export interface WorkspaceRules extends WorkspaceSettings {
  readonly invitationDays: number
  readonly holdSeconds: number
  readonly quotas: Quotas
}

/** What is not named stays as it is. */
export const changeSettings = async (
  tx: Database,
  workspaceId: string,
  change: Partial<WorkspaceSettings>,
): Promise<void> => {
  const set = {
    name: change.name,
    email_domains: change.emailDomains && [...new Set(change.emailDomains)],
    anyone_role: change.anyoneRole,
    invitation_days: change.invitationDays,
    hold_seconds: change.holdSeconds,
    mails_per_minute: change.mailsPerMinute,
    term_ends_on: change.termEndsOn,
    at_term_end: change.atTermEnd,
    language: change.language,
    usual_roles: change.usualRoles && JSON.stringify(change.usualRoles),
  }
  if (Object.values(set).every((value) => value === undefined)) return
  await tx.updateTable('workspaces').set(set).where('id', '=', workspaceId).execute()
}
