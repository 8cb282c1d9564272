import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MAX_PERSON_NAME } from '../../../lib/contract/limits.ts'
import { cleanName } from '../../../lib/people/cleanName.ts'

it.each([
  ['  Ada   Lovelace ', 'Ada Lovelace'],
  ['Line\none\u2028two\u0000three', 'Line one two three'],
  ['safe\u202etxt.exe\u202c', 'safetxt.exe'],
  ['a\u200b\ufeffd\u00ada', 'ada'],
  ['نام\u200cها', 'نام\u200cها'],
  ['👩\u200d🔬 Dr. Ada', '👩\u200d🔬 Dr. Ada'],
  ['half \ud800 pair', 'half pair'],
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['n'.repeat(10_000), 'n'.repeat(120)],
  [`${'n'.repeat(119)}😀`, 'n'.repeat(119)],
  [`${'n'.repeat(118)}😀 and more`, `${'n'.repeat(118)}😀`],
  [`${'n'.repeat(119)}e\u0301`, 'n'.repeat(119)],
  ['', ''],
])('%j becomes %j', (name, clean) => {
  expect(cleanName(name)).toBe(clean)
})

it('whatever it is given, it gives one short line that is cleaned already', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const clean = cleanName(name)
      expect(clean.length).toBeLessThanOrEqual(MAX_PERSON_NAME)
      expect(clean.isWellFormed()).toBe(true)
      expect(clean).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
      expect(cleanName(clean)).toBe(clean)
    }),
  )
})
