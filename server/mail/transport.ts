import { Readable } from 'node:stream'
import type { Mail } from './renderMail.ts'

/** Whether mails are to leave faster than one thread can write them beside all that it has to do. */
export const sendsByThread = (perSecond: number): boolean => perSecond > 1000

/**
 * Mails under way at once, each on its own connection: what a crash may send twice. Two are enough for what mail servers
 * allow; whoever allows more than a thousand a second is sent to on as many connections as that takes.
 */
export const lanesFor = (perSecond: number): number => (sendsByThread(perSecond) ? 100 : 2)

/** Hands a mail to the mail server; resolves when the server has taken it. */
export interface Transport {
  send(id: string, mail: Mail): Promise<void>
  close(): void
}

/** Why a mail could not be handed over. `refused`: the server said no to this mail for good. `answered`: it said anything. */
export interface SendFailure {
  readonly refused: boolean
  readonly answered: boolean
  /** Codes alone, such as `550 5.1.1`. */
  readonly codes: string
}

export interface Envelope {
  /** The From address. */
  readonly from: string
  /** Where mails go that come back. */
  readonly returnPath: string | undefined
  /** Of a server that is reached unencrypted at first: it is told nothing until STARTTLS. */
  readonly requireTls: boolean
  readonly connections?: number
}

export const createSmtp = (url: string, { from, returnPath, requireTls, connections = 2 }: Envelope): Transport => {
  const seconds = 1000
  // Loaded beside what else there is to do at the start.
  const loaded = Promise.all([import('nodemailer'), import('./mime.ts')]).then(
    ([{ createTransport }, { createMime }]) => {
      const smtp = createTransport({
        url,
        requireTLS: requireTls,
        pool: true,
        maxConnections: connections,
        // A connection is not made anew after a hundred mails, as it is by default.
        maxMessages: Number.POSITIVE_INFINITY,
        connectionTimeout: 10 * seconds,
        greetingTimeout: 10 * seconds,
        // A server may take minutes until it says that it has a mail (RFC 5321, 4.5.3.2): hanging up sends it twice.
        socketTimeout: 300 * seconds,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      // A mail is handed to the connection in one piece, without the streams that would join several.
      smtp.use('stream', ({ data: { raw }, message }, done) => {
        if (Buffer.isBuffer(raw)) message.createReadStream = () => Readable.from(raw, { objectMode: false })
        done()
      })
      return { smtp, mime: createMime(from) }
    },
  )
  return {
    send: async (id, mail) => {
      const { smtp, mime } = await loaded
      await smtp.sendMail({
        envelope: {
          from: returnPath ? ownReturnPath(returnPath, id) : from,
          // An address in an object is taken whole; in a text `a@b, evil@x` would be two.
          to: { name: '', address: mail.to },
        },
        messageId: id,
        raw: mime(id, mail),
      })
    },
    close: () => void loaded.then(({ smtp }) => smtp.close()),
  }
}

/** bounces+<the mail's id>@…: what comes back says which mail it was. */
const ownReturnPath = (address: string, id: string) => address.replace('@', `+${id.replaceAll('-', '')}@`)

/** What nodemailer tells of a failure, as far as it is read here: plain values, which pass from one thread to another. */
export interface ServerSaid {
  readonly responseCode: unknown
  readonly code: unknown
  readonly command: unknown
  readonly response: unknown
}

export const fieldsOf = (problem: unknown): ServerSaid => {
  const field = (name: keyof ServerSaid): unknown =>
    typeof problem === 'object' && problem !== null ? Object.getOwnPropertyDescriptor(problem, name)?.value : undefined
  return {
    responseCode: field('responseCode'),
    code: field('code'),
    command: field('command'),
    response: field('response'),
  }
}

export const readFailure = (problem: unknown): SendFailure => {
  const { responseCode: reply, code, command, response } = fieldsOf(problem)
  const enhanced = typeof response === 'string' ? /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : undefined
  const answered = typeof reply === 'number'
  return {
    // A 5xx to our sign-in or our own address is a matter of settings, not of this mail.
    refused: answered && reply >= 500 && /^(RCPT TO|DATA)$/.test(String(command)),
    answered,
    codes: [answered ? reply : code, enhanced].filter(Boolean).join(' ') || 'unknown',
  }
}
