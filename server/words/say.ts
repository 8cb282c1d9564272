import { html } from 'hono/html'
import type { Language } from '../../lib/contract/schemas.ts'
import { type Html, own } from '../pages/own.ts'
import { languages } from './languages.ts'
import { type English, tables } from './tables.ts'

type Key = keyof English

/** The names in `{…}` of a text. */
type NamesIn<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
/** What a key's words leave open; words that are counted leave `count` open. */
type Open<K extends Key> = English[K] extends string
  ? NamesIn<English[K]>
  : NamesIn<English[K][keyof English[K]]> | 'count'
/** Keys of words that leave nothing open, and so can stand in other words. */
export type Phrase = { [K in Key]: [Open<K>] extends [never] ? K : never }[Key]

/**
 * What goes into an open place. A text is somebody's: a name, an address; it stays as it is, whichever way it runs. A date
 * is written as a day, a number as numbers are written, `{ say }` is more words of ours.
 */
type Value = string | number | Date | { readonly say: Phrase }
type Values<K extends Key, V> = [Open<K>] extends [never]
  ? []
  : [values: { readonly [N in Open<K>]: N extends 'count' ? number : V }]

/** Speaks one language. Called, it gives a piece of a page; `text` gives words without marks, as a title or a mail has them. */
export interface Say {
  <K extends Key>(key: K, ...values: Values<K, Value | Html>): Html
  text<K extends Key>(key: K, ...values: Values<K, Value>): string
  readonly language: Language
  readonly dir: 'ltr' | 'rtl'
  /** In UTC, because a stranger's time zone is not known without a script. */
  day(date: Date): string
  time(date: Date): string
  minutes(seconds: number): { readonly minutes: Html }
  either(names: readonly string[]): Html
}

type Part<V> = { readonly words: string } | { readonly value: V }

/** The words of a key cut at their open places, with the form that a count asks for. */
const partsOf = <V>(language: Language, key: Key, values: Readonly<Record<string, V>>): Part<V>[] => {
  const words = tables[language][key]
  const { count } = values
  const form = typeof words === 'string' ? words : (words[rulesOf(language).select(Number(count))] ?? words.other)
  return form.split(/\{(\w+)\}/).map((piece, index) => {
    if (index % 2 === 0) return { words: piece }
    const value = values[piece]
    if (value === undefined) throw new Error(`${key} has nothing for {${piece}}.`)
    return { value }
  })
}

const rulesOf = (language: Language) => new Intl.PluralRules(languages[language].locale)

const runsLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const isolates = /[\u2066-\u2069]/g

const voices = new Map<Language, Say>()

/** The language's voice. Made once: what writes days and numbers is slow to make. */
export const sayIn = (language: Language): Say => {
  const known = voices.get(language)
  if (known) return known
  const say = speak(language)
  voices.set(language, say)
  return say
}

const speak = (language: Language): Say => {
  const { dir, locale } = languages[language]
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  const numbers = new Intl.NumberFormat(locale)
  // First strong isolate … pop: a name that runs the other way does not turn the sentence round it.
  const isolated = (text: string) => {
    const bare = text.replace(isolates, '')
    return dir === 'rtl' || runsLeft.test(bare) ? `\u2068${bare}\u2069` : bare
  }

  const asText = (value: Value): string => {
    if (typeof value === 'string') return isolated(value)
    if (typeof value === 'number') return numbers.format(value)
    return value instanceof Date ? days.format(value) : text(value.say, {})
  }
  const text = (key: Key, values: Readonly<Record<string, Value>> = {}): string =>
    partsOf(language, key, values)
      .map((part) => ('words' in part ? part.words : asText(part.value)))
      .join('')

  const asHtml = (value: Value | Html): Html | string => {
    if (typeof value === 'string') return 'isEscaped' in Object(value) ? value : own(value)
    if (typeof value === 'number' || value instanceof Date) return asText(value)
    return 'say' in value ? page(value.say, {}) : value
  }
  const page = (key: Key, values: Readonly<Record<string, Value | Html>> = {}): Html =>
    html`${partsOf(language, key, values).map((part) => ('words' in part ? part.words : asHtml(part.value)))}`

  const minute = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' })
  const list = new Intl.ListFormat(locale, { type: 'disjunction' })
  return Object.assign(page, {
    text,
    language,
    dir,
    day: (date: Date) => days.format(date),
    time: (date: Date) => times.format(date),
    minutes: (seconds: number) => ({ minutes: html`${minute.format(Math.ceil(seconds / 60))}` }),
    either: (names: readonly string[]) =>
      html`${list.formatToParts(names).map(({ type, value }) => (type === 'element' ? own(value) : value))}`,
  }) as Say
}
