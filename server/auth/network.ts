import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * The network a request comes from, for rate limits: an IPv4 /24 or an IPv6 /64, as text. X-Forwarded-For is believed
 * only with TRUST_PROXY, and then its last entry, the one that our own proxy wrote.
 */
export const networkOf = (request: IncomingMessage, trustProxy: boolean): string => {
  const forwarded = trustProxy
    ? [request.headers['x-forwarded-for']].flat().join().split(',').at(-1)?.trim()
    : undefined
  const address = forwarded && isIP(forwarded) ? forwarded : (request.socket.remoteAddress ?? '')
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address)?.[1]
  if (v4) return `${v4}.0/24`
  if (!isIP(address)) return 'unknown'
  // The URL parser writes an IPv6 address in its one short form; `::` stands for the groups of zeros left out.
  const [head = '', tail] = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1).split('::')
  const before = head ? head.split(':') : []
  const after = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0')
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`
}
