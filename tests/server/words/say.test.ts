import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Language } from '../../../lib/contract/index.ts'
import { chosenLanguage } from '../../../server/pages/chosenLanguage.ts'
import { acceptedLanguage, languageOf } from '../../../server/words/languages.ts'
import { sayIn } from '../../../server/words/say.ts'

const day = new Date('2026-11-26T12:00:00Z')

describe('a voice', () => {
  it('writes days, numbers and counts as its language does', () => {
    const until = (language: Language) => sayIn(language).text('reminder.until', { day })
    expect(until('en')).toBe('It can be accepted until 26 November 2026.')
    expect(until('es')).toBe('Se puede aceptar hasta el 26 de noviembre de 2026.')
    expect(until('de')).toContain('26. November 2026')
    expect(until('zh-Hans')).toContain('2026年11月26日')
    const mails = (language: Language, count: number) => sayIn(language).text('outbox.count', { count })
    expect([1, 2, 1200].map((count) => mails('en', count))).toEqual(['One mail', '2 mails', '1,200 mails'])
    expect(mails('de', 1200)).toBe('1.200 E-Mails')
    expect([1, 2, 3, 11, 100].map((count) => mails('ar', count))).toEqual([
      'رسالة واحدة',
      'رسالتان',
      '3 رسائل',
      '11 رسالة',
      '100 رسالة',
    ])
  })

  it('keeps a name in its own direction, on a page and in a mail', async () => {
    const place = 'Biology 101'
    expect(sayIn('ar').text('added.title', { group: place })).toBe(`أنت الآن في \u2068${place}\u2069`)
    expect(sayIn('en').text('added.title', { group: place })).toBe(`You are in ${place} now`)
    expect(sayIn('en').text('added.title', { group: 'مدرسة' })).toBe('You are in \u2068مدرسة\u2069 now')
    expect(String(await sayIn('ar')('join.title', { place }))).toBe(`الانضمام إلى <bdi class="own">${place}</bdi>`)
  })

  it('adds no mark that a name brought, and no markup', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom(...Language.options),
        async (name, language) => {
          const say = sayIn(language)
          const marks = (text: string) => text.match(/[\u2066-\u2069]/g)?.join('') ?? ''
          expect(['', '\u2068\u2069']).toContain(marks(say.text('added.open', { group: name })))
          expect(String(await say('join.title', { place: name })).match(/<[^>]*>/g)).toEqual([
            '<bdi class="own">',
            '</bdi>',
          ])
        },
      ),
    )
  })
})

describe('the language of a reader', () => {
  it.each([
    ['fr-CA, en;q=0.8', 'fr'],
    ['en;q=0.2, ar-EG;q=0.9, *;q=0.1', 'ar'],
    ['zh-TW,zh;q=0.9', 'zh-Hans'],
    ['pt-BR', 'pt'],
    ['de;q=0, es;q=0.1', 'es'],
    ['ja, ko;q=0.9, *', undefined],
    ['', undefined],
    [undefined, undefined],
  ] as const)('of Accept-Language %j is %s', (header, language) => {
    expect(acceptedLanguage(header)).toBe(language)
  })

  it('is what was asked for, else what was kept, else what the browser accepts', () => {
    expect(chosenLanguage('de', 'rollcall_language=es', 'fr')).toEqual({ language: 'de', isNew: true })
    expect(chosenLanguage('es', 'rollcall_language=es', 'fr')).toEqual({ language: 'es', isNew: false })
    expect(chosenLanguage('xx', 'rollcall_language=es', 'fr')).toEqual({ language: 'es', isNew: false })
    expect(chosenLanguage(undefined, 'rollcall_language=xx', 'fr')).toEqual({ language: 'fr', isNew: false })
    expect(chosenLanguage(undefined, undefined, 'ja')).toEqual({ language: undefined, isNew: false })
  })

  it('is one of ours or none, whatever is sent', () => {
    const ours = [undefined, ...Language.options]
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (asked, cookies, accepts) => {
        expect(ours).toContain(languageOf(asked))
        expect(ours).toContain(acceptedLanguage(accepts))
        expect(ours).toContain(chosenLanguage(asked, cookies, accepts).language)
      }),
    )
  })
})
