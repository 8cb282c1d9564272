import { describeFailure } from '../log.ts'
import type { Service } from '../service.ts'
import { isDeadAddress } from '../store/delivery.ts'
import { claimMail, dropMail, markFailed, markSent, postponeMail, putBack, untilNextMail } from '../store/outbox.ts'
import { takeFromBucket } from '../store/rateBuckets.ts'
import { suppress } from '../store/suppressions.ts'
import { createBell } from './bell.ts'
import { createPace } from './pace.ts'
import { renderMail } from './renderMail.ts'
import { LANES, readFailure, type Transport } from './transport.ts'
import { type Turn, takeTurns } from './turn.ts'

type Needs = Pick<Service, 'config' | 'db' | 'secrets' | 'log'>

export interface OutboxWorker {
  /** Something was queued: look now. */
  wake(): void
  /** Finishes the mails under way and takes no more. */
  stop(): Promise<void>
}

/** Milliseconds between looks when nobody rings: another instance may have queued something. */
const LOOK_EVERY = 5000
/** A mail that nobody took for so long is given up. */
const GIVE_UP = 3 * 24 * 3600 * 1000

/** Sends what is due, a mail at a time on each of a few lanes, each recorded at once. */
export const startOutboxWorker = (service: Needs, transport: Transport): OutboxWorker => {
  const { db, log } = service
  const bell = createBell()
  const pace = createPace(service.config.mailsPerSecond)
  // An embedded store has this one instance.
  const turn: Turn = service.config.databaseUrl ? takeTurns(db, log, bell.ring) : { isOurs: true, stop: async () => {} }
  let stopping = false

  const lane = async () => {
    while (!stopping) {
      // Before looking: what is queued while we look rings in vain otherwise.
      const heard = bell.rings
      try {
        if (turn.isOurs && (await sendNext(service, transport, pace))) continue
        await bell.wait(Math.min(Math.max((await untilNextMail(db)) ?? LOOK_EVERY, 10), LOOK_EVERY), heard)
      } catch (problem) {
        // The store is away. What was claimed comes back by itself.
        log('outboxWaits', describeFailure(problem))
        await bell.wait(1000, bell.rings)
      }
    }
  }
  const lanes = Array.from({ length: LANES }, lane)
  return {
    wake: bell.ring,
    stop: async () => {
      stopping = true
      bell.ring()
      await Promise.all(lanes)
      await turn.stop()
      transport.close()
    },
  }
}

/** False: nothing is due. */
const sendNext = async (
  service: Needs,
  transport: Transport,
  pace: ReturnType<typeof createPace>,
): Promise<boolean> => {
  const { db, log } = service
  const row = await claimMail(db)
  if (!row) return false
  if (row.suppressed) {
    await markFailed(db, row.id, 'suppressed')
    log('mailSuppressed', { id: row.id, kind: row.kind })
    return true
  }
  const wait = row.pace ? await takeFromBucket(db, `mail:${row.pace.id}`, row.pace.limit, 60) : 0
  if (wait > 0) {
    await putBack(db, row.id, wait)
    return true
  }
  const mail = await renderMail(service, row)
  if (!mail) {
    await dropMail(db, row.id)
    return true
  }
  await pace.take()
  try {
    await transport.send(row.id, mail)
  } catch (problem) {
    const { refused, answered, codes } = readFailure(problem)
    log('mailNotSent', { id: row.id, kind: row.kind, attempts: row.attempts, refused, codes })
    if (refused && isDeadAddress(codes)) await suppress(db, row.email, 'bounced')
    if (refused || Date.now() - row.createdAt.getTime() > GIVE_UP) await markFailed(db, row.id, codes)
    else await postponeMail(db, row.id, secondsToWait(row.attempts, answered), codes)
    return true
  }
  await markSent(db, row.id)
  log('mailSent', { id: row.id, kind: row.kind, attempts: row.attempts })
  return true
}

/** A server that says "later" is asked more and more rarely, up to six hours; one that cannot be reached, up to five minutes. */
export const secondsToWait = (attempts: number, answered: boolean): number =>
  answered ? Math.min(30 * 2 ** attempts, 6 * 3600) : Math.min(2 ** attempts, 300)
