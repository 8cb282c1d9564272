import { type LookupAddress, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** What is no address on the open internet: this computer, networks inside, what is kept for tests and groups. */
const closed = new BlockList()
const closedV4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
for (const [network, bits] of closedV4) closed.addSubnet(network, bits)
// Inside 2000::/3: tunnels, which can carry a closed IPv4 address, and what stands in documents.
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(network, bits, 'ipv6')
/** All that is given out of IPv6 so far; whatever else is local, mapped or translated. */
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address is one that anybody on the internet could reach. */
export const isPublic = (address: string): boolean => {
  const version = isIP(address)
  if (version === 4) return !closed.check(address)
  return version === 6 && open6.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/** Refused, because the name leads to a computer that only we can reach. */
export class PrivateNetwork extends Error {
  override name = 'PrivateNetwork'
  readonly code = 'PRIVATE_NETWORK'
}

/**
 * Looks a name up for a connection and refuses it unless every address is public. It is the connection's own look-up: a
 * name that is asked for before and leads elsewhere afterwards gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (problem, found: LookupAddress[]) => {
    const [first] = found ?? []
    if (problem || !first) return done(problem ?? new PrivateNetwork('No address.'), '', 4)
    if (!found.every(({ address }) => isPublic(address))) return done(new PrivateNetwork('A private address.'), '', 4)
    if (options.all) return done(null, found)
    done(null, first.address, first.family)
  })
}
