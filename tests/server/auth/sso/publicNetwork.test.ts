import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isPublic } from '../../../../server/auth/sso/publicNetwork.ts'

const inside = [
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
  ...['192.168.1.1', '192.0.0.8', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1'],
  ...['::ffff:8.8.8.8', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1'],
  ...['2001:db8::1', '::127.0.0.1', 'localhost', '', '127.1', '0x7f.0.0.1'],
]

it.each(inside)('%s is not on the open internet', (address) => expect(isPublic(address)).toBe(false))

it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '193.0.0.1', '2606:4700::1111', '2a00:1450:4001::1'])(
  '%s is',
  (address) => expect(isPublic(address)).toBe(true),
)

it('an address inside is one in every way of writing it', () => {
  const closed = fc.oneof(
    fc.ipV4().map((ip) => ip.replace(/^\d+/, '10')),
    fc.ipV4().map((ip) => ip.replace(/^\d+/, '127')),
    fc.ipV4().map((ip) => `::ffff:${ip}`),
    fc.ipV6().map((ip) => ip.replace(/^[\da-f]*(?=:)/i, 'fd00')),
  )
  fc.assert(fc.property(closed, (address) => !isPublic(address)))
})
