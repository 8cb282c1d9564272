import { sql } from 'kysely'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { Language } from '../../lib/contract/schemas.ts'
import type { Quotas } from '../config.ts'
import type { Database } from './open.ts'

/** One at a time in a Workspace until the transaction ends, so that what is counted stays so. */
export const lockWorkspace = async (tx: Database, workspaceId: string): Promise<void> => {
  await sql`select from workspaces where id = ${workspaceId} for no key update`.execute(tx)
}

/** A Workspace has as many people as it may have. Thrown where somebody would come in; the pages have words for it. */
export class NoRoom extends Error {
  override name = 'NoRoom'
  readonly workspace: { readonly name: string; readonly language: Language | null }
  constructor(workspace: { readonly name: string; readonly language: Language | null }) {
    super()
    this.workspace = workspace
  }
}

/** Called before somebody comes into a Workspace, who may be in it already. Throws NoRoom. */
export const holdPlace = async (
  tx: Database,
  { people }: Quotas,
  workspaceId: string,
  email: string,
): Promise<void> => {
  await lockWorkspace(tx, workspaceId)
  const { rows } = await sql<{ name: string; language: Language | null; inside: boolean; n: number }>`
    select w.name, w.language,
           (select count(*)::integer from workspace_members m where m.workspace_id = w.id) as n,
           exists (select from workspace_members m join people p on p.id = m.person_id
                    where m.workspace_id = w.id and p.email = ${email}) as inside
      from workspaces w where w.id = ${workspaceId}`.execute(tx)
  const [row] = rows
  if (row && !row.inside && row.n >= people) throw new NoRoom(row)
}

/** Called when Groups were made: refuses when there are more than there may be, and the transaction takes them back. */
export const holdGroups = async (tx: Database, { groups }: Quotas, workspaceId: string): Promise<void> => {
  await lockWorkspace(tx, workspaceId)
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from groups where workspace_id = ${workspaceId} and deleted_at is null`.execute(tx)
  if ((rows[0]?.n ?? 0) > groups)
    throw new CallProblem('overQuota', `A Workspace may have ${groups} Groups on this service.`)
}

const DAY = 86_400

/** Counts what a Workspace asks for in a day, and refuses what is more; what is refused does not count. */
export const holdDaily = async (
  tx: Database,
  quotas: Quotas,
  workspaceId: string,
  asked: { readonly invitations?: number; readonly mails: number },
): Promise<void> => {
  for (const [what, n] of [
    ['invitations', asked.invitations ?? 0],
    ['mails', asked.mails],
  ] as const) {
    if (n === 0) continue
    const { rows } = await sql<{ count: number; wait: number }>`
      insert into rate_buckets as b (key, count, resets_at)
      values (${`day.${what}:${workspaceId}`}, ${n}::integer, now() + make_interval(secs => ${DAY}))
      on conflict (key) do update set
        count = case when b.resets_at <= now() then excluded.count else b.count + excluded.count end,
        resets_at = case when b.resets_at <= now() then excluded.resets_at else b.resets_at end
      returning count, ceil(extract(epoch from resets_at - now()))::integer as wait`.execute(tx)
    const [row] = rows
    if (row && row.count > quotas[what])
      throw new CallProblem('overQuota', `A Workspace may ask for ${quotas[what]} ${what} in a day.`, row.wait)
  }
}
