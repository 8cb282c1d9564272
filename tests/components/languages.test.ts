import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages } from '../../lib/look.ts'
import english from '../../public/_locales/en/messages.json'

const folder = resolve(import.meta.dirname, '..', '..', 'public', '_locales')
type Catalogue = Readonly<Record<string, { readonly message: string }>>
const read = (code: string) => JSON.parse(readFileSync(join(folder, code, 'messages.json'), 'utf8')) as Catalogue

const form = /_(zero|one|two|few|many|other)$/
const base = (key: string) => key.replace(form, '')
const bases = new Set(Object.keys(english).map(base))
const counted = new Set(
  Object.keys(english)
    .filter((key) => key.endsWith('_other'))
    .map(base),
)
const englishOf = (key: string): string =>
  (english as Catalogue)[key]?.message ?? (english as Catalogue)[`${base(key)}_other`]?.message ?? ''
const holes = (message: string) => new Set(message.match(/\$\d/g))

/** One word may be the same in two languages, two words in a row hardly. */
const isSentence = (message: string) => /\p{L}{2,}\s+\p{L}{2,}/u.test(message)

/** Words that are the same in other languages: names, formats, and examples. */
const same = /^(?:language|extensionName|linkQr|.*(?:Placeholder|Example))$/

it('can be chosen from', () => expect(readdirSync(folder).toSorted()).toEqual(languages.toSorted()))

describe.each(readdirSync(folder).filter((code) => code !== 'en'))('the words in %s', (code) => {
  const catalogue = read(code)
  const language = catalogue.language?.message ?? ''

  it('name their own language', () => {
    expect(language.toLowerCase().split('-')[0]).toBe(code.split('_')[0])
    expect(Intl.PluralRules.supportedLocalesOf(language)).toEqual([language])
  })

  it('are those of English, each with every plural form that the language has', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const wanted = [...bases].flatMap((key) => (counted.has(key) ? forms.map((one) => `${key}_${one}`) : [key]))
    expect(Object.keys(catalogue).toSorted()).toEqual(wanted.toSorted())
  })

  it('have the same things put in', () => {
    for (const [key, { message }] of Object.entries(catalogue)) {
      const there = holes((english as Catalogue)[`${base(key)}_other`]?.message ?? englishOf(key))
      const here = holes(message)
      expect(
        [...here].filter((hole) => !there.has(hole)),
        key,
      ).toEqual([])
      // A form for one or two may say its number in a word.
      const spoken = /_(?:zero|one|two)$/.test(key) && counted.has(base(key)) ? '$1' : ''
      expect(
        [...there].filter((hole) => hole !== spoken && !here.has(hole)),
        key,
      ).toEqual([])
    }
  })

  it('are not left in English', () => {
    const left = Object.entries(catalogue).filter(
      ([key, { message }]) => !same.test(key) && message === englishOf(key) && isSentence(message),
    )
    expect(left.map(([key]) => key)).toEqual([])
  })

  it('are calm', () => {
    expect(Object.entries(catalogue).filter(([, { message }]) => /[!！¡]|^\s*$/.test(message))).toEqual([])
  })
})
