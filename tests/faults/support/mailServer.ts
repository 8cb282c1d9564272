import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** Where in the taking of a mail something can go wrong. `half`: in the middle of its text. `taken`: it is kept, and nobody was told yet. */
export type Moment = 'greeting' | 'sender' | 'recipient' | 'text' | 'half' | 'end' | 'taken'

/** A line to answer with, `close` to hang up without a word, or undefined for what a good server does. */
type Answer = string | 'close' | undefined

export interface MailServer {
  /** For SMTP_URL. */
  readonly url: string
  /** How often each address got a mail. */
  readonly copies: ReadonlyMap<string, number>
  /** Every text that was taken, by address. */
  readonly texts: ReadonlyMap<string, string>
  /** What it does at each moment. `to` is empty before there is a recipient. */
  misbehave: (moment: Moment, to: string) => Answer | Promise<Answer>
  /** Takes connections again, at the same port. */
  up(): Promise<void>
  /** Hangs up on everybody, and takes no connections. */
  down(): Promise<void>
}

/** A mail server made to go wrong: SMTP by hand, because a library never does what these tests ask for. */
export const startMailServer = async (): Promise<MailServer> => {
  const copies = new Map<string, number>()
  const texts = new Map<string, string>()
  const sockets = new Set<Socket>()
  let server: ReturnType<typeof createServer> | undefined
  let port = 0

  const serve = async (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    let to = ''
    const say = async (moment: Moment, good: string) => {
      const line = (await mails.misbehave(moment, to)) ?? good
      if (line === 'close') return void socket.destroy()
      if (line) socket.write(`${line}\r\n`)
    }
    let text: string[] | undefined
    await say('greeting', '220 ready')
    for await (const line of createInterface({ input: socket })) {
      if (socket.destroyed) return
      if (text && line !== '.') {
        text.push(line)
        if (text.length === 5) await say('half', '')
      } else if (text) {
        const whole = text.join('\n')
        text = undefined
        const refusal = await mails.misbehave('end', to)
        if (refusal === 'close') return void socket.destroy()
        if (refusal) {
          socket.write(`${refusal}\r\n`)
          continue
        }
        copies.set(to, (copies.get(to) ?? 0) + 1)
        texts.set(to, whole)
        await say('taken', '250 taken')
      } else if (/^(EHLO|HELO)/i.test(line)) socket.write('250 hello\r\n')
      else if (/^MAIL/i.test(line)) await say('sender', '250 go on')
      else if (/^RCPT/i.test(line)) {
        to = /<([^>]*)>/.exec(line)?.[1] ?? ''
        await say('recipient', '250 go on')
      } else if (/^DATA/i.test(line)) {
        const refusal = await mails.misbehave('text', to)
        if (refusal === 'close') return void socket.destroy()
        if (!refusal) text = []
        socket.write(`${refusal ?? '354 go on'}\r\n`)
      } else if (/^QUIT/i.test(line)) return void socket.end('221 bye\r\n')
      else socket.write('250 fine\r\n')
    }
  }
  const mails: MailServer = {
    get url() {
      return `smtp://127.0.0.1:${port}`
    },
    copies,
    texts,
    misbehave: () => undefined,
    up: async () => {
      server = createServer((socket) => void serve(socket).catch(() => socket.destroy()))
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
      const address = server.address()
      if (typeof address === 'object' && address) port = address.port
    },
    down: async () => {
      if (!server) return
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
      server = undefined
    },
  }
  await mails.up()
  return mails
}

/** Mails beyond the first to an address. */
export const extraCopies = ({ copies }: Pick<MailServer, 'copies'>): number =>
  [...copies.values()].reduce((sum, count) => sum + count - 1, 0)
