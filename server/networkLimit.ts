import type { RequestListener } from 'node:http'
import { networkOf } from './auth/network.ts'
import type { Service } from './service.ts'
import { createBlockCounter } from './store/blockCounter.ts'

const minutes = 10
/** Requests of one network, whatever they ask for: a thousand a second, for ten minutes. */
const ALL = 600_000
/** Those about connecting extensions, each of which costs more: a campus connects from one network. */
const OAUTH = 30_000

/**
 * Keeps a network from asking without end: guesses, floods, loops. This computer is no network: a proxy on it that is not
 * trusted stands for everybody.
 */
export const limitNetworks = (
  { config, db }: Pick<Service, 'config' | 'db'>,
  isOauth: (url: string | undefined) => boolean,
  listener: RequestListener,
): RequestListener => {
  const seconds = minutes * 60
  const all = createBlockCounter(db, { name: 'all.network', limit: ALL, seconds, block: 2000 })
  const oauth = createBlockCounter(db, { name: 'oauth.network', limit: OAUTH, seconds, block: 300 })
  return (request, response) => {
    const network = networkOf(request, config.trustProxy)
    if (network === '127.0.0.0/24' || network === '0:0:0:0::/64') return listener(request, response)
    const count = isOauth(request.url) ? oauth : all
    count(network).then(
      (wait) => {
        if (wait === 0) return listener(request, response)
        const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
        response.writeHead(429, { ...plain, 'retry-after': String(wait), 'x-content-type-options': 'nosniff' })
        response.end('Too many requests from this network. Wait a few minutes, then try again.\n')
      },
      // The store does not answer; whoever asks will say so better.
      () => listener(request, response),
    )
  }
}
