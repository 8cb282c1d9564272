import { sql } from 'kysely'
import { containing } from './containing.ts'
import type { Database } from './open.ts'
import { mailColumns, type OutboxRow, workspaceOf } from './outbox.ts'

/** Whose mails are meant: those of some Workspaces, by id, or everybody's, codes to sign in with included. */
export type MailsOf = readonly string[] | 'everybody'

const isOf = (whose: MailsOf) =>
  whose === 'everybody' ? sql<boolean>`true` : sql<boolean>`${workspaceOf} = any(${whose}::uuid[])`

/** Holds for the mails that stay here: not sent, and not held for Undo any more. `search` is part of an address. */
const isKept = (whose: MailsOf, search: string) => {
  const pattern = containing(search)
  return sql<boolean>`sent_at is null and due_at <= now() and email ilike ${pattern} and ${isOf(whose)}`
}

export const countKept = async (db: Database, whose: MailsOf, search: string): Promise<number> => {
  const { count } = await db
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where(isKept(whose, search))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Mails that stay here because no mail server is set up, newest first; those still held are not shown. */
export const listKept = async (
  db: Database,
  query: {
    readonly whose: MailsOf
    readonly limit: number
    /** Part of an address. */
    readonly search?: string
    /** The last mail of the page before. */
    readonly after?: string
  },
): Promise<OutboxRow[]> => {
  const beyond = query.after
    ? sql<boolean>`(created_at, id) < (select created_at, id from outbox where id = ${query.after})`
    : sql<boolean>`true`
  return await db
    .selectFrom('outbox')
    .select(mailColumns)
    .where(isKept(query.whose, query.search ?? ''))
    .where(beyond)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit)
    .execute()
}

export const findMail = async (db: Database, whose: MailsOf, id: string): Promise<OutboxRow | undefined> =>
  await db.selectFrom('outbox').select(mailColumns).where('id', '=', id).where(isOf(whose)).executeTakeFirst()
