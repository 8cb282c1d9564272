import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networkOf } from '../../../server/auth/network.ts'

const from = (remoteAddress: string, forwarded?: string) => {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress })
  const request = new IncomingMessage(socket)
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded
  return request
}

describe('the network of a request', () => {
  it.each([
    ['192.0.2.17', '192.0.2.0/24'],
    ['::ffff:192.0.2.17', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(from(address), false)).toBe(network)
  })

  it('is the same for every address in an IPv6 /64, however it is written', () => {
    const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16))
    const groups = (count: number) => fc.array(group, { minLength: count, maxLength: count })
    fc.assert(
      fc.property(groups(4), groups(4), groups(4), (network, one, other) => {
        const written = [...network, ...one].join(':')
        const short = new URL(`http://[${[...network, ...other].join(':')}]`).hostname.slice(1, -1)
        expect(networkOf(from(written), false)).toBe(networkOf(from(short), false))
      }),
    )
  })

  it('comes from X-Forwarded-For only behind a trusted proxy, and then from what that proxy wrote', () => {
    const request = from('192.0.2.17', '203.0.113.5, 198.51.100.9')
    expect(networkOf(request, false)).toBe('192.0.2.0/24')
    expect(networkOf(request, true)).toBe('198.51.100.0/24')
    expect(networkOf(from('192.0.2.17', 'nonsense'), true)).toBe('192.0.2.0/24')
  })
})
