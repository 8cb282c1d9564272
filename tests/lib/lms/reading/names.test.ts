import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenNamesFirst } from '../../../../lib/lms/reading/names.ts'

const turn = (names: readonly string[]) => givenNamesFirst(names, () => undefined)

describe('the names of a list', () => {
  it.each([
    [
      ['Stone, Avery', 'Haddad, Noor'],
      ['Avery Stone', 'Noor Haddad'],
    ],
    [
      ['Stone, Avery', 'Okafor, Jr.', 'Haddad, Noor'],
      ['Avery Stone', 'Okafor, Jr.', 'Noor Haddad'],
    ],
    [
      ['van der Meer, Ola Mei', 'Stone, Avery, Jr.', 'O’Brien ,Chloé', ''],
      ['Ola Mei van der Meer', 'Stone, Avery, Jr.', 'Chloé O’Brien', ''],
    ],
    [
      ['Avery Stone', 'Haddad, Noor'],
      ['Avery Stone', 'Haddad, Noor'],
    ],
    [
      ['Stone,', ', Avery'],
      ['Stone,', ', Avery'],
    ],
    [[], []],
  ])('%j are shown as %j', async (names, shown) => expect(await turn(names)).toEqual(shown))

  it('are turned all or none, each where it was, and no letter is lost', async () => {
    const part = fc.stringMatching(/^[A-Za-zÅé]{2,8}$/).filter((text) => !/^(?:jr|sr|i+|iv|v|esq|phd|md)$/i.test(text))
    const name = fc.oneof(
      fc
        .record({ given: part, family: part })
        .map(({ given, family }) => [`${family}, ${given}`, `${given} ${family}`]),
      fc.record({ given: part, family: part }).map(({ given, family }) => [`${given} ${family}`, `${given} ${family}`]),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(name), async (pairs) => {
        const names = pairs.map(([written = '']) => written)
        const commas = names.filter((written) => written.includes(',')).length
        const expected = commas * 2 > names.length ? pairs.map(([, natural]) => natural) : names
        expect(await turn(names)).toEqual(expected)
      }),
    )
  })

  it('give the page its turn', async () => {
    let breaths = 0
    await givenNamesFirst(['a', 'b', 'c'], () => {
      breaths++
      return undefined
    })
    expect(breaths).toBe(3)
  })
})
