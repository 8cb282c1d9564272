import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { networkOf } from '../auth/network.ts'
import type { Service } from '../service.ts'
import { takeFromBucket, waitOf } from '../store/rateBuckets.ts'

const quarter = 15 * 60
/** Wrong secrets of one network in a quarter of an hour. */
const WRONG = 100

/**
 * Compares a secret that came with a request, for as long as its network has not guessed too often; then even the right
 * one is refused, or guessing would go on. Says what to answer instead; undefined: go on.
 */
export const refuseGuesses = async (
  c: Context<{ Bindings: HttpBindings }>,
  { config, db }: Pick<Service, 'config' | 'db'>,
  isRight: boolean,
): Promise<401 | 429 | undefined> => {
  const key = `secret.network:${networkOf(c.env.incoming, config.trustProxy)}`
  const wait = (await waitOf(db, key, WRONG)) || (isRight ? 0 : await takeFromBucket(db, key, WRONG, quarter))
  if (wait > 0) c.header('retry-after', String(wait))
  return wait > 0 ? 429 : isRight ? undefined : 401
}
