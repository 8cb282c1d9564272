import { createSocket } from 'node:dgram'
import { once } from 'node:events'

/** A real DNS server on a loopback port that knows TXT records alone. */
export const startNameServer = async (records: ReadonlyMap<string, readonly string[]>) => {
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => {
    const name: string[] = []
    let at = 12
    for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
      name.push(query.toString('latin1', at + 1, at + 1 + length))
      at += length + 1
    }
    const question = query.subarray(12, at + 5)
    const found = records.get(name.join('.').toLowerCase())
    const answers = (found ?? []).map((text) => {
      const data = Buffer.concat([Buffer.from([text.length]), Buffer.from(text, 'latin1')])
      // The name of the question, TXT, IN, a minute, and the text with its length.
      const head = Buffer.from([0xc0, 0x0c, 0, 16, 0, 1, 0, 0, 0, 60, 0, data.length])
      return Buffer.concat([head, data])
    })
    // An answer; 3: there is no such name.
    const head = Buffer.from([
      query[0] ?? 0,
      query[1] ?? 0,
      0x81,
      found ? 0x80 : 0x83,
      0,
      1,
      0,
      answers.length,
      0,
      0,
      0,
      0,
    ])
    socket.send(Buffer.concat([head, question, ...answers]), from.port, from.address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { address: `127.0.0.1:${socket.address().port}`, stop: () => socket.close() }
}
