import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'

export interface Listening {
  /** `http://127.0.0.1:PORT`, no trailing slash. */
  readonly url: string
  stop(): Promise<void>
}

/** Serves a site on a loopback port; 0 takes a free one. Rejects when the port is taken. */
export const listen = async (fetch: Parameters<typeof serve>[0]['fetch'], port = 0): Promise<Listening> => {
  const server = serve({ fetch, hostname: '127.0.0.1', port })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((problem) => (problem ? reject(problem) : resolve()))
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
