import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSearch, matches } from '../../../lib/people/searchText.ts'

describe('finding by typing', () => {
  it.each([
    ['jose', 'José Núñez'],
    ['JOSÉ', 'jose nunez'],
    ['ﬁn', 'Finn'],
    ['nun jos', 'José Núñez'],
    ['ａｄａ', 'Ada'],
    ['', 'anybody'],
    ['  ', 'anybody'],
    ['李', '李雷'],
  ])('%j finds %j', (wanted, text) => {
    expect(matches([text], wanted)).toBe(true)
    const thing = { text }
    expect(createSearch(({ text }: typeof thing) => [text])([thing], wanted)).toEqual([thing])
  })

  it('finds among many what it finds one by one, again and again', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.constantFrom('Léa Weber', 'lea', 'Wéber'))
    fc.assert(
      fc.property(fc.array(fc.array(text, { maxLength: 3 })), fc.array(text, { maxLength: 4 }), (all, typed) => {
        const things = all.map((texts) => ({ texts }))
        const searchIn = createSearch(({ texts }: (typeof things)[number]) => texts)
        for (const wanted of typed)
          expect(searchIn(things, wanted)).toEqual(things.filter(({ texts }) => matches(texts, wanted)))
      }),
    )
  })

  it('makes what is searched ready once for each', () => {
    let asked = 0
    const searchIn = createSearch(({ name }: { name: string }) => {
      asked++
      return [name]
    })
    const things = ['Ada', 'Grace', 'Inés'].map((name) => ({ name }))
    for (const wanted of ['a', 'ad', 'ada']) searchIn(things, wanted)
    expect(asked).toBe(3)
  })

  it('leaves the list as it is while nothing is looked for', () => {
    const things = [{ name: 'Ada' }]
    expect(createSearch(({ name }: { name: string }) => [name])(things, ' ')).toBe(things)
  })
})
