import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { GroupRole } from '../../lib/contract/schemas.ts'
import type { Secrets } from '../secrets.ts'
import type { Database } from './open.ts'

/**
 * What is kept of an address on a roster link's list: enough to recognise whoever proves that it is theirs, and nothing
 * that could be read back, or compared between two links.
 */
const digestOf = (secrets: Pick<Secrets, 'keyFor'>, linkId: string, email: string): Buffer =>
  createHmac('sha256', secrets.keyFor('rosterLink')).update(`${linkId}.${email}`).digest()

/** Whom a roster link lets in from now on, each address with its role. Who is in already stays. */
export const setLinkPeople = async (
  tx: Database,
  secrets: Pick<Secrets, 'keyFor'>,
  linkId: string,
  people: ReadonlyMap<string, GroupRole>,
): Promise<void> => {
  const digests = [...people.keys()].map((email) => digestOf(secrets, linkId, email))
  await tx.deleteFrom('share_link_people').where('link_id', '=', linkId).execute()
  await sql`
    insert into share_link_people (link_id, digest, role)
    select ${linkId}::uuid, w.digest, w.role from unnest(${digests}::bytea[], ${[...people.values()]}::text[]) w(digest, role)`.execute(
    tx,
  )
}

/** The role that a roster link gives to an address; undefined when it is not on its list. */
export const roleOnLink = async (
  db: Database,
  secrets: Pick<Secrets, 'keyFor'>,
  linkId: string,
  email: string,
): Promise<GroupRole | undefined> =>
  (
    await db
      .selectFrom('share_link_people')
      .select('role')
      .where('link_id', '=', linkId)
      .where('digest', '=', digestOf(secrets, linkId, email))
      .executeTakeFirst()
  )?.role
