import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the road to the service does to API calls. */
export type Road = 'open' | 'down' | 'slow' | 'broken' | 'html'

/**
 * Stands before the service as a school's proxy would, so that its address stays while the service dies and comes back,
 * and so that the road can be made bad on purpose. Only /api suffers; pages and sign-in pass.
 */
export interface FaultyProxy {
  readonly url: string
  set(road: Road): void
  /** Where the service is now; undefined: nowhere. */
  aim(url: string | undefined): void
  /** Calls to /api that were answered, in order: `POST /api/groups/…/invitations 200`. */
  readonly log: { method: string; path: string; status: number }[]
  /** Called after the service has answered and before the answer is passed on; may lose the answer by returning false. */
  onAnswer: ((call: { method: string; path: string; status: number }) => boolean | Promise<boolean>) | undefined
  stop(): Promise<void>
}

export const startFaultyProxy = async (): Promise<FaultyProxy> => {
  let road: Road = 'open'
  let target: string | undefined
  const log: FaultyProxy['log'] = []
  const held = new Set<ServerResponse>()

  const pass = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (!target) return void incoming.socket.destroy()
    const to = new URL(incoming.url ?? '/', target)
    const onward = request(
      { host: to.hostname, port: to.port, path: incoming.url, method: incoming.method, headers: incoming.headers },
      (answer) => {
        const entry = { method: incoming.method ?? '', path: to.pathname, status: answer.statusCode ?? 0 }
        // A stream of events has no end to wait for.
        if (answer.headers['content-type']?.startsWith('text/event-stream')) {
          outgoing.writeHead(entry.status, answer.headers)
          outgoing.on('close', () => onward.destroy())
          return void answer.pipe(outgoing)
        }
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', async () => {
          if (to.pathname.startsWith('/api')) log.push(entry)
          if ((await proxy.onAnswer?.(entry)) === false) return void incoming.socket.destroy()
          outgoing.writeHead(entry.status, answer.headers)
          outgoing.end(Buffer.concat(chunks))
        })
        answer.on('error', () => incoming.socket.destroy())
      },
    )
    onward.on('error', () => incoming.socket.destroy())
    incoming.pipe(onward)
  }

  const server = createServer((incoming, outgoing) => {
    const api = incoming.url?.startsWith('/api') && incoming.method !== 'OPTIONS'
    if (!api || road === 'open') return pass(incoming, outgoing)
    incoming.resume()
    if (road === 'down') return void incoming.socket.destroy()
    if (road === 'slow') return void held.add(outgoing)
    outgoing.writeHead(road === 'broken' ? 500 : 200, {
      'content-type': 'text/html',
      'access-control-allow-origin': '*',
    })
    outgoing.end('<!doctype html><title>Campus network</title><h1>Please sign in to the campus network</h1>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const proxy: FaultyProxy = {
    url: `http://127.0.0.1:${port}`,
    set: (next) => {
      road = next
      if (next === 'slow') return
      for (const outgoing of held) outgoing.socket?.destroy()
      held.clear()
    },
    aim: (url) => {
      target = url
    },
    log,
    onAnswer: undefined,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return proxy
}
