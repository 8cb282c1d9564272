import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addressPattern } from '../../../../lib/contract/address.ts'
import { isPlainAddress } from '../../../../lib/lms/reading/plainAddress.ts'

it.each([
  ['avery.stone1@example.edu', true],
  ['a_b-c@mail.example.edu', true],
  ['Avery@example.edu', false],
  ['@example.edu', false],
  ['a@.edu', false],
  ['a@example.e', false],
  ['a@example', false],
  ['a@b@example.edu', false],
  ['a@example.edu ', false],
  ['', false],
])('%j is a plain address: %s', (text, is) => {
  expect(isPlainAddress(text)).toBe(is)
})

it('takes nothing for an address that the pattern does not', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aaaa..@@z09_-+A é'), minLength: 5 }), (text) => {
      if (isPlainAddress(text)) expect(text).toMatch(addressPattern)
    }),
    { numRuns: 2000 },
  )
})
