import { describeFailure } from '../log.ts'
import type { Service } from '../service.ts'
import * as outbox from '../store/outbox.ts'
import type { Bell } from './bell.ts'
import { createStock } from './stock.ts'

/** The mails that are this worker's, for the lanes to send. */
export interface Claims {
  /** The mail that has been due longest, once one is; undefined at the end. */
  next(): Promise<outbox.ClaimedMail | undefined>
  /** It is recorded what became of it. */
  settled(mail: outbox.ClaimedMail): void
  /** No more are taken, and whoever waits for one gets none. Resolves when those that no lane began with are anybody's again. */
  end(): Promise<void>
  /** What is under way still is kept no longer. */
  close(): void
}

/** Milliseconds between looks when nobody rings: another instance may have queued something. */
const LOOK_EVERY = 5000

/**
 * Takes mails out of the store for all lanes, `ahead` more than they wait for, and says again and again that they are ours, for `lease`
 * seconds from each time. `mayTake`: it is this worker's turn.
 */
export const startClaims = (
  { db, log }: Pick<Service, 'db' | 'log'>,
  bell: Bell,
  { ahead, lease, mayTake }: { readonly ahead: number; readonly lease: number; readonly mayTake: () => boolean },
): Claims => {
  const stock = createStock<outbox.ClaimedMail>(ahead)
  const ours = new Set<string>()
  const storeIsAway = (problem: unknown) => log('outboxWaits', describeFailure(problem))

  /** Whether there were any. */
  const take = async (most: number): Promise<boolean> => {
    const claimed = await outbox.claimMails(db, most, lease)
    for (const { id } of claimed) ours.add(id)
    stock.put(claimed)
    return claimed.length > 0
  }
  const supply = async () => {
    for (;;) {
      const most = await stock.wanted()
      if (most === 0) return
      // Before looking: what is queued while we look rings in vain otherwise.
      const heard = bell.rings
      try {
        if (mayTake()) {
          if (await take(most)) continue
          await outbox.recallMails(db)
        }
        await bell.wait(Math.min(Math.max((await outbox.untilNextMail(db)) ?? LOOK_EVERY, 10), LOOK_EVERY), heard)
      } catch (problem) {
        // What was claimed comes back by itself.
        storeIsAway(problem)
        await bell.wait(1000, bell.rings)
      }
    }
  }
  // A slow mail server takes minutes: nobody else may begin meanwhile.
  const keeping = setInterval(
    () => {
      if (ours.size > 0) outbox.keepClaims(db, [...ours], lease).catch(storeIsAway)
    },
    (lease * 1000) / 3,
  )
  const supplying = supply()
  return {
    next: stock.take,
    settled: ({ id }) => void ours.delete(id),
    end: async () => {
      stock.close()
      bell.ring()
      await supplying
      const left = stock.rest().map(({ id }) => id)
      if (left.length > 0) await outbox.giveBack(db, left).catch(storeIsAway)
    },
    close: () => clearInterval(keeping),
  }
}
