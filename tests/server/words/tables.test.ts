import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Language } from '../../../lib/contract/index.ts'
import { languages } from '../../../server/words/languages.ts'
import { tables } from '../../../server/words/tables.ts'

const root = resolve(import.meta.dirname, '..', '..', '..')
const others = Language.options.filter((language) => language !== 'en')
const keys = Object.keys(tables.en) as (keyof typeof tables.en)[]

const formsOf = (language: Language, key: keyof typeof tables.en): string[] => {
  const words = tables[language][key]
  return typeof words === 'string' ? [words] : Object.values(words)
}
/** What stands open in a text, each once; a count may be said in words. */
const openIn = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].filter((name) => name !== 'count').sort()

/** The same in every language: names, what is typed, signs alone, and words that two languages share. */
const shared = /^[{}\w\s()（）·:：]*$/
const alike: Readonly<Record<string, readonly string[]>> = {
  es: ['role.editor'],
  fr: ['code.label', 'outbox.count', 'outbox.countSuch'],
  de: ['code.label'],
  pt: ['role.editor'],
}

describe.each(others)('the words in %s', (language) => {
  it('are there for every key of English, and for no other', () => {
    expect(Object.keys(tables[language]).sort()).toEqual([...keys].sort())
  })

  it('leave the same places open', () => {
    for (const key of keys) {
      const wanted = openIn(formsOf('en', key).join(' '))
      for (const form of formsOf(language, key)) expect([key, openIn(form)]).toEqual([key, wanted])
    }
  })

  it('are neither empty, nor left in English, nor with spaces at their ends', () => {
    for (const key of keys)
      for (const form of formsOf(language, key)) {
        expect(form.trim(), key).toBe(form)
        expect(form, key).not.toBe('')
        if (key.startsWith('person.') || key === 'mail.then' || alike[language]?.includes(key)) continue
        expect(formsOf('en', key), key).not.toContain(form)
      }
  })

  it('have a form for each way in which the language counts', () => {
    const rules = new Intl.PluralRules(languages[language].locale)
    const needed = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)))
    for (const key of keys) {
      const words = tables[language][key]
      if (typeof words === 'string') continue
      for (const form of needed) expect(Object.keys(words), `${key} ${form}`).toContain(form)
    }
  })
})

it('are written with the letters of their language', () => {
  const letters: Partial<Record<Language, RegExp>> = { ar: /\p{Script=Arabic}/u, 'zh-Hans': /\p{Script=Han}/u }
  for (const [language, script] of Object.entries(letters) as [Language, RegExp][])
    for (const key of keys)
      for (const form of formsOf(language, key)) if (!shared.test(form)) expect(form, key).toMatch(script)
})

/** Comments go, and what stands in `${…}`: whatever is said there is found where it is written. */
const bare = (source: string) =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/\b(?:sql|const style = )(?:<[^`]*>)?`[^`]*`/g, '')

/** Text of a document between its tags, and in what a reader is told of them. */
const textsIn = (source: string): string[] =>
  [...source.matchAll(/html`((?:[^`$]|\$(?!\{)|\$\{(?:[^`{}]|\{[^{}]*\}|`[^`]*`)*\})*)`/g)].flatMap(
    ([, markup = '']) => {
      const said = [...markup.matchAll(/\b(?:title|aria-label|placeholder|alt)="([^"$]+)"/g)].map(
        ([, text = '']) => text,
      )
      const between = markup.replace(/\$\{(?:[^`{}]|\{[^{}]*\}|`[^`]*`)*\}/g, '').replace(/<[^>]*>/g, ' ')
      return [...said, ...between.split(/\s{2,}|\n/)]
    },
  )

/** Two words and more in a string of the code. */
const phrasesIn = (source: string): string[] =>
  [...source.matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)].map(([, one, other]) => one ?? other ?? '')

it('stand in the tables alone: no page and no mail holds a word of its own', () => {
  const files = ['server/pages', 'server/mail'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  )
  const machine =
    /^(?:Rollcall|UTC|· Rollcall|npm run build|The person said no\.|[\w.]+ as \w+)$|-src |frame-ancestors|form-action|base-uri|sandbox|\\p\{/
  const found = [...files, 'server/auth/devicePages.ts', 'server/webApp.ts'].flatMap((name) => {
    const source = bare(readFileSync(join(root, name), 'utf8'))
    const texts = textsIn(source).filter((text) => /\p{L}{2}/u.test(text))
    const phrases = phrasesIn(source).filter((text) => /^\p{Lu}\p{L}+ \p{L}|\p{L}{2} \p{L}{2,} \p{L}{2}/u.test(text))
    return [...texts, ...phrases]
      .map((text) => text.trim())
      .filter((text) => !machine.test(text))
      .map((text) => `${name}: ${text}`)
  })
  expect(found).toEqual([])
})
