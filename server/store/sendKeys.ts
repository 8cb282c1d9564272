import { createHash } from 'node:crypto'
import type { SendAnswer } from '../../lib/contract/schemas.ts'
import type { Database } from './open.ts'

/** What a request says, in 32 bytes: two requests with one key must say the same. */
export const digestOf = (request: unknown): Buffer => createHash('sha256').update(JSON.stringify(request)).digest()

export const findSendKey = async (
  tx: Database,
  personId: string,
  key: string,
): Promise<{ digest: Buffer; answer: unknown } | undefined> =>
  await tx
    .selectFrom('send_keys')
    .select(['digest', 'answer'])
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()

/** False: another request with this key was faster. */
export const keepSendKey = async (
  tx: Database,
  entry: { personId: string; key: string; digest: Buffer; answer: SendAnswer },
): Promise<boolean> => {
  const kept = await tx
    .insertInto('send_keys')
    .values({
      person_id: entry.personId,
      key: entry.key,
      digest: entry.digest,
      // `json`, not `jsonb`: the offending text of an unreadable address may hold what jsonb refuses (a NUL).
      answer: JSON.stringify(entry.answer),
    })
    .onConflict((oc) => oc.doNothing())
    .returning('key')
    .executeTakeFirst()
  return kept !== undefined
}
