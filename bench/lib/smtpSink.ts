import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What the mail server tells its parent: where it is, then when so many mails have arrived, in milliseconds from the first. */
export type SinkTold = { readonly url: string } | { readonly arrivals: readonly number[]; readonly people: number }

/** Runs in a process of its own, which its parent tells how many mails to wait for. */
process.once('message', (expected: number) => {
  const times: number[] = []
  const people = new Set<string>()
  const tell = (told: SinkTold) => process.send?.(told)
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, session, done) => {
      stream.resume()
      stream.once('end', () => {
        times.push(performance.now())
        for (const { address } of session.envelope.rcptTo) people.add(address)
        done()
        if (times.length === expected)
          tell({ arrivals: times.map((time) => time - (times[0] ?? 0)), people: people.size })
      })
    },
  })
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.server.address() as AddressInfo
    tell({ url: `smtp://127.0.0.1:${port}` })
  })
})
