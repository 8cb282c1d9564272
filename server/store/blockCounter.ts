import type { Database } from './open.ts'
import { takeFromBucket } from './rateBuckets.ts'

/** Keys that an instance remembers blocks of; forgetting them costs a block each. */
const KEYS = 10_000

/**
 * Counts uses that are too many to write each: an instance takes a block of them from the count in the store at once and
 * gives them out, so that all share the count and most uses write nothing. Says how many seconds to wait; 0: none.
 */
export const createBlockCounter = (
  db: Database,
  rule: { readonly name: string; readonly limit: number; readonly seconds: number; readonly block: number },
): ((key: string) => Promise<number>) => {
  const held = new Map<string, { left: number; readonly until: number }>()
  const taking = new Map<string, Promise<number>>()
  const takeBlock = async (key: string) => {
    const wait = await takeFromBucket(db, `${rule.name}:${key}`, Math.floor(rule.limit / rule.block), rule.seconds)
    if (held.size >= KEYS) held.clear()
    if (wait === 0) held.set(key, { left: rule.block, until: Date.now() + rule.seconds * 1000 })
    return wait
  }
  return async (key) => {
    for (;;) {
      const block = held.get(key)
      if (block && block.left > 0 && block.until > Date.now()) {
        block.left -= 1
        return 0
      }
      // Many at once wait for one block; each taking its own would use the count up.
      const pending = taking.get(key) ?? takeBlock(key).finally(() => taking.delete(key))
      taking.set(key, pending)
      const wait = await pending
      if (wait > 0) return wait
    }
  }
}
