import { describeFailure } from '../log.ts'
import type { Service } from '../service.ts'
import { isDeadAddress } from '../store/delivery.ts'
import * as outbox from '../store/outbox.ts'
import { takeFromBucket } from '../store/rateBuckets.ts'
import { suppress } from '../store/suppressions.ts'
import { createBell } from './bell.ts'
import { startClaims } from './claims.ts'
import { createBeat, createPace } from './pace.ts'
import { renderMail } from './renderMail.ts'
import { lanesFor, readFailure, type Transport } from './transport.ts'
import { type Turn, takeTurns } from './turn.ts'

type Needs = Pick<Service, 'config' | 'db' | 'secrets' | 'log'>

export interface OutboxWorker {
  /** Something was queued: look now. */
  wake(): void
  /** Finishes the mails under way and takes no more. */
  stop(): Promise<void>
}

/** A mail that nobody took for so many seconds, at so many tries, is given up: a clock that is moved gives up nothing. */
const GIVE_UP = { age: 3 * 24 * 3600, attempts: 10 }
/** Seconds that a mail is this worker's, from each time that it says so. */
const LEASE = 30
/** Milliseconds that mails under way are waited for at the end; what was not answered by then is sent by the next one. */
const PATIENCE = 10_000

/** Milliseconds in which many lanes come together, to record in one statement and one flush to the disk. */
const TOGETHER = 40

/** Sends what is due, a mail at a time on each of a few lanes, each recorded at once. Mails are claimed ahead of many lanes. */
export const startOutboxWorker = (service: Needs, transport: Transport, lease = LEASE): OutboxWorker => {
  const { db, log } = service
  const bell = createBell()
  const perSecond = service.config.mailsPerSecond
  const lanes = lanesFor(perSecond)
  const many = lanes > 2
  const together = many ? createBeat(TOGETHER) : async () => {}
  const needs = { ...service, transport, pace: createPace(perSecond), together }
  // An embedded store has this one instance.
  const turn: Turn = service.config.databaseUrl ? takeTurns(db, log, bell.ring) : { isOurs: true, stop: async () => {} }
  const claims = startClaims(service, bell, { ahead: many ? lanes : 0, lease, mayTake: () => turn.isOurs })
  let stopping = false

  /** Records what a mail server has said, as soon as the store is there: forgotten, the mail would be sent again. */
  const surely: Surely = async (record) => {
    for (;;) {
      try {
        return await record()
      } catch (problem) {
        if (stopping) throw problem
        log('outboxWaits', describeFailure(problem))
        await bell.wait(200, bell.rings)
      }
    }
  }
  const lane = async () => {
    for (;;) {
      const row = await claims.next()
      if (!row) return
      try {
        await sendMail(needs, row, surely)
      } catch (problem) {
        log('outboxWaits', describeFailure(problem))
        await bell.wait(1000, bell.rings)
      } finally {
        claims.settled(row)
      }
    }
  }
  const running = Array.from({ length: lanes }, lane)
  return {
    wake: bell.ring,
    stop: async () => {
      stopping = true
      await Promise.race([Promise.all([claims.end(), ...running]), patience()])
      claims.close()
      await turn.stop()
      transport.close()
    },
  }
}

const patience = () => new Promise<void>((resolve) => setTimeout(resolve, PATIENCE).unref())

type Surely = <T>(record: () => Promise<T>) => Promise<T>

interface Sending extends Needs {
  readonly transport: Transport
  readonly pace: ReturnType<typeof createPace>
  readonly together: () => Promise<void>
}

/** Sends a mail that is ours, and records what became of it. */
const sendMail = async (needs: Sending, row: outbox.ClaimedMail, surely: Surely): Promise<void> => {
  const { db, log, pace } = needs
  if (row.suppressed) {
    await outbox.markFailed(db, row.id, 'suppressed')
    log('mailSuppressed', { id: row.id, kind: row.kind })
    return
  }
  const wait = row.pace ? await takeFromBucket(db, `mail:${row.pace.id}`, row.pace.limit, 60) : 0
  if (wait > 0) {
    await outbox.putBack(db, row.id, wait)
    return
  }
  const mail = await renderMail(needs, row)
  if (!mail) {
    await outbox.dropMail(db, row.id)
    return
  }
  try {
    await pace.take()
    await needs.transport.send(row.id, mail)
  } catch (problem) {
    const { refused, answered, codes } = readFailure(problem)
    log('mailNotSent', { id: row.id, kind: row.kind, attempts: row.attempts, refused, codes })
    const givenUp = refused || (row.age > GIVE_UP.age && row.attempts >= GIVE_UP.attempts)
    await surely(async () => {
      if (refused && isDeadAddress(codes)) await suppress(db, row.email, 'bounced')
      if (givenUp) await outbox.markFailed(db, row.id, codes)
      else await outbox.postponeMail(db, row.id, secondsToWait(row.attempts, answered), codes)
    })
    return
  }
  await needs.together()
  await surely(() => outbox.markSent(db, row.id))
  log('mailSent', { id: row.id, kind: row.kind, attempts: row.attempts })
}

/** A server that says "later" is asked more and more rarely, up to six hours; one that cannot be reached, up to five minutes. */
export const secondsToWait = (attempts: number, answered: boolean): number =>
  answered ? Math.min(30 * 2 ** attempts, 6 * 3600) : Math.min(2 ** attempts, 300)
