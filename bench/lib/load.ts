import { connect } from 'node:net'

/** What one who loads the service is told: 'GET' this, on so many connections, each with one of the tokens, for so long. */
export interface Load {
  readonly url: string
  readonly path: string
  readonly tokens: readonly string[]
  readonly connections: number
  readonly seconds: number
}

export interface Loaded {
  readonly answers: number
  /** Answers that were none of 200. */
  readonly failed: number
}

/**
 * Runs in a process of its own, which its parent tells what to do. Bare sockets: a client that costs as much as the service
 * would be measured with it. The first second does not count.
 */
const run = async ({ url, path, tokens, connections, seconds }: Load): Promise<Loaded> => {
  const { host, hostname, port } = new URL(url)
  let [answers, failed, counting, over] = [0, 0, false, false]
  const talk = (token: string) =>
    new Promise<void>((resolve, reject) => {
      const request = `GET ${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${token}\r\n\r\n`
      const socket = connect(Number(port), hostname, () => socket.write(request))
      let text = ''
      socket.setEncoding('latin1')
      socket.on('error', reject)
      socket.on('data', (chunk: string) => {
        text += chunk
        if (!isWhole(text)) return
        if (counting) answers += 1
        if (!text.startsWith('HTTP/1.1 200 ')) failed += 1
        text = ''
        if (!over) return socket.write(request)
        socket.end()
        resolve()
      })
    })
  const talks = Array.from({ length: connections }, (_, n) => talk(tokens[n % tokens.length] ?? ''))
  const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  await after(1000)
  counting = true
  await after(seconds * 1000)
  counting = false
  over = true
  await Promise.all(talks)
  return { answers, failed }
}

/** An answer with its length in its head, or in chunks of which the last is empty. */
const isWhole = (text: string): boolean => {
  const head = text.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head + 2))?.[1]
  return length === undefined ? text.endsWith('\r\n0\r\n\r\n') : text.length >= head + 4 + Number(length)
}

process.once('message', async (load: Load) => {
  process.send?.(await run(load))
  process.disconnect()
})
