import { Worker } from 'node:worker_threads'
import { inOnePiece } from './inOnePiece.ts'
import type { Handed, HandedOver, ThreadTold } from './smtpThread.ts'
import { createSmtp, type Envelope, lanesFor, sendsByThread, type Transport } from './transport.ts'

/** Megabytes of young objects in the thread: with many mails under way at once they live longer than a small heap lets them. */
const YOUNG = 64

/** From the thread that asks, or from one of its own where mails are to leave faster than that thread has time for. */
export const createPacedSmtp = (url: string, envelope: Omit<Envelope, 'connections'>, perSecond: number): Transport => {
  const create = sendsByThread(perSecond) ? createThreadedSmtp : createSmtp
  return create(url, { ...envelope, connections: lanesFor(perSecond) })
}

/**
 * As `createSmtp`, from a thread of its own, beside the one that claims and records. When it ends by itself, what was under
 * way has failed, and the next mail makes another.
 */
export const createThreadedSmtp = (url: string, envelope: Envelope): Transport => {
  let thread: Transport | undefined
  const begin = () => {
    const begun = startThread({ url, envelope }, () => {
      if (thread === begun) thread = undefined
    })
    return begun
  }
  return {
    send: (id, mail) => {
      thread ??= begin()
      return thread.send(id, mail)
    },
    close: () => thread?.close(),
  }
}

interface Waiting {
  taken(): void
  failed(problem: unknown): void
}

const startThread = (told: ThreadTold, onEnd: () => void): Transport => {
  const waiting = new Map<string, Waiting>()
  const worker = new Worker(new URL('./smtpThread.ts', import.meta.url), {
    workerData: told,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  })
  const hand = inOnePiece((handed: readonly Handed[]) => worker.postMessage(handed))
  worker.on('message', (told: readonly HandedOver[]) => {
    for (const { id, failure } of told) {
      const mail = waiting.get(id)
      waiting.delete(id)
      if (failure) mail?.failed(failure)
      else mail?.taken()
    }
  })
  let why: unknown = { code: 'threadEnded' }
  worker.on('error', (problem) => {
    why = problem
  })
  worker.on('exit', () => {
    onEnd()
    for (const mail of waiting.values()) mail.failed(why)
  })
  return {
    send: (id, mail) =>
      new Promise((taken, failed) => {
        waiting.set(id, { taken, failed })
        hand({ id, mail })
      }),
    close: () => hand(null),
  }
}
