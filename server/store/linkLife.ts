import { sql } from 'kysely'
import type { Language, LinkLimits } from '../../lib/contract/schemas.ts'
import type { Database } from './open.ts'

/** What a link goes through, be it into a Group or into a Workspace: both have their table, with the same columns for this. */
export interface LinkLife {
  readonly id: string
  readonly generation: number
  readonly uses: number
  readonly created_at: Date
  readonly expires_at: Date | null
  readonly max_uses: number | null
  readonly ended: 'expired' | 'full' | null
}

/** Why a link lets nobody in, be it into a Group or into a Workspace. `replaced`: there is a newer address for it. */
export type LinkLifeEnd = 'revoked' | 'replaced' | 'expired' | 'full'

/** Of the Workspace that a link leads into, what its page and its joining need. */
export interface LinkWorkspace {
  readonly id: string
  readonly name: string
  readonly emailDomains: readonly string[]
  readonly language: Language | null
}

type LinkTable = 'share_links' | 'workspace_links'

export const linkColumns = [
  'id',
  'access',
  'role',
  'generation',
  'uses',
  'created_at',
  'expires_at',
  'max_uses',
] as const

/** Why a link `table` that was not revoked lets nobody in, by the store's clock. */
export const endOf = (table: string) => {
  const of = (column: string) => sql.ref(`${table}.${column}`)
  return sql<'expired' | 'full' | null>`case when ${of('expires_at')} <= now() then 'expired'
    when ${of('uses')} >= ${of('max_uses')} then 'full' end`
}

/** Limits it, gives it another address, or ends it. */
export type LinkChange = LinkLimits | 'rotate' | 'revoke'

/** What a change sets: with limits that change nothing it is an update all the same, so that the row comes back. */
export const columnsChanged = (change: LinkChange) => {
  if (change === 'revoke') return { revoked_at: sql<Date>`now()` }
  // The address is derived from the generation, so every earlier one ends with this.
  if (change === 'rotate') return { generation: sql<number>`generation + 1` }
  return { role: sql<never>`role`, ...limitColumns(change) }
}

export const limitColumns = ({ expiresAt, maxUses }: LinkLimits) => ({
  ...(expiresAt !== undefined && { expires_at: expiresAt }),
  ...(maxUses !== undefined && { max_uses: maxUses }),
})

/** The same for a link that is asked for again. One that has ended stays so: its address was given out under the limits of then. */
export const limitsWhileLive = (table: LinkTable, { expiresAt, maxUses }: LinkLimits) => {
  const keep = (column: 'expires_at' | 'max_uses', value: ReturnType<typeof sql<never>>) =>
    sql<never>`case when ${endOf(table)} is null then ${value} else ${sql.ref(`${table}.${column}`)} end`
  return {
    ...(expiresAt !== undefined && { expires_at: keep('expires_at', sql<never>`${expiresAt}::timestamptz`) }),
    ...(maxUses !== undefined && { max_uses: keep('max_uses', sql<never>`${maxUses}::integer`) }),
  }
}

/** The one live link that `insert` makes or finds; one that had ended makes room for a new one. */
export const ensureLive = async <Row extends LinkLife>(
  insert: () => Promise<Row>,
  revoke: (id: string) => Promise<unknown>,
): Promise<Row> => {
  const found = await insert()
  // A new one that is meant to be full or over at once is not asked for: this is an earlier one.
  if (!found.ended) return found
  await revoke(found.id)
  return await insert()
}

/** Counts one person who came in. */
export const countUse = async (tx: Database, table: LinkTable, linkId: string): Promise<void> => {
  await sql`update ${sql.table(table)} set uses = uses + 1 where id = ${linkId}`.execute(tx)
}
