import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isPlainLine } from '../../../lib/people/plainLine.ts'

const plain = /^[!-~\u00c0-\u024f]+(?: [!-~\u00c0-\u024f]+)*$/

it.each([
  ['Avery Stone', true],
  ['José Ångström', true],
  ['', false],
  [' Avery', false],
  ['Avery ', false],
  ['Avery  Stone', false],
  ['Avery\nStone', false],
  ['Avery\u00a0Stone', false],
  ['李', false],
])('%j is a plain line: %s', (text, is) => {
  expect(isPlainLine(text)).toBe(is)
})

it('says what the expression for it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...' aZ~!\u007f\u00bf\u00c0\u024f\u0250\n\t') }), (text) => {
      expect(isPlainLine(text)).toBe(plain.test(text))
    }),
  )
})
