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
