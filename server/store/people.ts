import { sql } from 'kysely'
import { cleanName } from '../../lib/people/cleanName.ts'
import type { Database } from './open.ts'

export interface Person {
  readonly id: string
  readonly email: string
  /** May be empty. */
  readonly name: string
}

/**
 * The person with this verified address, made when there is none. A name that somebody else wrote (in an invitation)
 * is taken only where there is none yet.
 */
export const ensurePerson = async (tx: Database, email: string, nameAsWritten = ''): Promise<Person> => {
  const name = cleanName(nameAsWritten)
  const known = await findPersonByEmail(tx, email)
  if (known && (known.name || !name)) return known
  return await tx
    .insertInto('people')
    .values({ email, name })
    .onConflict((oc) =>
      oc.column('email').doUpdateSet((eb) => ({
        name: eb.case().when('people.name', '=', '').then(name).else(eb.ref('people.name')).end(),
      })),
    )
    .returning(['id', 'email', 'name'])
    .executeTakeFirstOrThrow()
}

export const findPersonByEmail = async (db: Database, email: string): Promise<Person | undefined> =>
  await db.selectFrom('people').select(['id', 'email', 'name']).where('email', '=', email).executeTakeFirst()

/** Where the addresses are of those who deleted their account: `invalid` is nobody's (RFC 2606). */
const GONE = '@deleted.invalid'
export const goneAddress = (personId: string): string => `gone-${personId}${GONE}`

/** An address to show: null for somebody who is gone. */
export const shownAddress = (email: string | null): string | null => (email?.endsWith(GONE) ? null : email)

/** Keeps memberships of somebody from being made until the transaction ends. */
export const lockPerson = async (tx: Database, id: string): Promise<void> => {
  await sql`select from people where id = ${id} for update`.execute(tx)
}

/**
 * Forgets those who are in no Workspace any more, sign-ins and connected devices included. Who is named elsewhere, as the
 * creator of a Group or the sender of an invitation, stays.
 */
export const forgetPeople = async (tx: Database, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  const named = (await columnsThatName(tx)).map(
    ({ table, column }) =>
      sql`and not exists (select from ${sql.table(table)} t where ${sql.ref(`t.${column}`)} = p.id)`,
  )
  // First, because it waits for who lets them in elsewhere right now: that membership counts below.
  await sql`select from people where id = any(${ids}::uuid[]) order by id for update`.execute(tx)
  await sql`
    with forgotten as (
      delete from people p where p.id = any(${ids}::uuid[])
         and not exists (select from workspace_members w where w.person_id = p.id)
         and not exists (select from members m where m.person_id = p.id)
         ${sql.join(named, sql` `)}
      returning p.id
    )
    delete from oauth where account in (select id::text from forgotten)`.execute(tx)
}

/** The columns that keep a person from being deleted, as the store itself knows them. */
const columnsThatName = async (tx: Database): Promise<{ table: string; column: string }[]> =>
  (
    await sql<{ table: string; column: string }>`
      select c.conrelid::regclass::text as table, a.attname as column
        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'f' and c.confrelid = 'people'::regclass and c.confdeltype in ('a', 'r')`.execute(tx)
  ).rows
