import { parentPort, workerData } from 'node:worker_threads'
import { inOnePiece } from './inOnePiece.ts'
import type { Mail } from './renderMail.ts'
import { createSmtp, type Envelope, fieldsOf, type ServerSaid } from './transport.ts'

/** Where the mail server is, as a thread is told when it is made. */
export interface ThreadTold {
  readonly url: string
  readonly envelope: Envelope
}

/** A mail to hand over, or null: there are no more. */
export type Handed = { readonly id: string; readonly mail: Mail } | null

/** What became of one. `failure`: what the mail server said when it did not take it. */
export interface HandedOver {
  readonly id: string
  readonly failure?: ServerSaid
}

/** This thread: writes mails as MIME and speaks SMTP, which is most of what a mail takes. */
const { url, envelope }: ThreadTold = workerData
const smtp = createSmtp(url, envelope)

const tell = inOnePiece((told: readonly HandedOver[]) => parentPort?.postMessage(told))

const send = async ({ id, mail }: NonNullable<Handed>) => {
  await smtp.send(id, mail).then(
    () => tell({ id }),
    (problem) => tell({ id, failure: fieldsOf(problem) }),
  )
}

parentPort?.on('message', (all: readonly Handed[]) => {
  for (const handed of all) {
    if (handed) void send(handed)
    else {
      smtp.close()
      parentPort?.close()
    }
  }
})
