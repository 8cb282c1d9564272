import { cleanName } from '../cleanName.ts'
import { eastAsianName } from './eastAsian.ts'
import { decodeWords } from './encodedWord.ts'
import { isWords } from './latin.ts'
import { isOffice } from './offices.ts'

const suffix = /^(?:jr|sr|[js]nr|junior|senior|ii|iii|iv|v|2nd|3rd|4th|esq)\.?$/i
/** Degrees, orders and forms of companies: written behind a comma, but no first name. */
const title =
  /^(?:ph\.?\s?d|m\.?d|d\.?phil|ed\.?d|j\.?d|ll\.?m|m\.?b\.?a|m\.?s\.?c?|m\.?a|b\.?s\.?c?|b\.?a|r\.?n|dds|dvm|psy\.?d|pharm\.?d|p\.?e|cpa|mph|msw|lcsw|inc|llc|ltd|corp|co|gmbh|ag|s\.?l|s\.?a|s\.?r\.?l|b\.?v|mr|mrs|ms|mx|dr|prof)\.?$/i

/** Of these, the ones that are first names too, where nothing else is behind the comma. */
const isGiven = (part: string) => /^(?:v|[Mm]a|[Bb]a|ms|[Ss]a|[Cc]o|[Aa]g|[Ss]l)$/.test(part)

/** How people are addressed, before a family name: it comes first in the natural order as well. */
const address = /^((?:(?:dr|prof|mr|mrs|ms|mx|miss|rev|sir|mme|mlle|herr|frau|sra|dra)\.?\s+)+)(\S.*)$/i
/** `Doe, John Jr.` */
const ownSuffix = /^(.+?)\s+((?:jr|sr|[js]nr|ii|iii|iv)\.?)$/i

/** The two halves round a comma in the order they are said in. */
const turned = (family: string, second: string): string => {
  // "Doe, Jane (Biology)"
  const [, bare = second, comment = ''] = /^([^()]+?)(\s\([^()]*\))$/.exec(second) ?? []
  const [, given = bare, suffixed] = ownSuffix.exec(bare) ?? []
  const [, before = '', last = family] = address.exec(family) ?? []
  const name = before + (eastAsianName(last, given) ?? `${given} ${last}`)
  return (suffixed ? `${name} ${suffixed}` : name) + comment
}

/** "Doe, Jane Q." as Jane Q. Doe; what follows a comma as a suffix or degree stays behind. */
const natural = (name: string): string => {
  if (!name.includes(',')) return name
  const parts = name
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const isBehind = (part: string, index: number) =>
    suffix.test(part) || isOffice(part) || (title.test(part) && (index > 1 || !isGiven(part)))
  let end = parts.length
  while (end > 1 && isBehind(parts[end - 1] ?? '', end - 1)) end--
  const [one = '', two = '', three, ...more] = parts.slice(0, end)
  const behind = parts
    .slice(end)
    .map((part) => (suffix.test(part) ? ` ${part}` : `, ${part}`))
    .join('')
  if (!two) return one + behind
  if (!three) return turned(one, two) + behind
  return more.length === 0 && suffix.test(two) ? `${three} ${one} ${two}${behind}` : name
}

const pronouns = /\s*[([](?:she|he|they|ze|xe|ey|sie|er|elle|il|ella|él|elles|any|ask)\b[^()[\]]{0,30}[)\]]/gi
const state =
  /\s*[([](?:invited|inactive|pending|waitlist(?:ed)?|concluded|you|me|active|unavailable|guest|external|student|teacher|ta|host|co-host|organi[sz]er|presenter|attendee)[)\]]/gi

const pairs: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '‘': '’',
  '„': '“',
  '«': '»',
  '*': '*',
  _: '_',
  '[': ']',
  '(': ')',
}

const unwrap = (text: string): string => {
  let inner = text
  while (inner.length > 1 && pairs[inner.charAt(0)] === inner.at(-1)) inner = inner.slice(1, -1).trim()
  return inner
}

/** Without brackets at an end of a name that open or close nothing in it. */
const withoutStray = (text: string): string => {
  let [from, to] = [0, text.length]
  if (!/[)\]]/.test(text)) while (text.charAt(from) === '(' || text.charAt(from) === '[') from++
  if (!/[([]/.test(text)) while (text.charAt(to - 1) === ')' || text.charAt(to - 1) === ']') to--
  return text.slice(from, to)
}

/** A backtick that opens nothing here, and the marks of footnotes. */
const withoutMarks = (text: string): string =>
  text.replace(/^`+(?=[^`]*$)|(?<=\p{L})\s?[†‡§¶¹²³\u2070-\u2089]{1,8}$/gu, '')

/** A name as it is shown: words decoded, quotes and escapes undone, one space between words, first name first. */
export const cleanNameText = (raw: string): string => {
  if (isWords(raw, 0, raw.length)) return raw
  let text = raw.includes('=?') ? decodeWords(raw) : raw
  text = unwrap(text.trim())
  if (text.includes('\\')) text = text.replace(/\\(.)/g, '$1')
  if (text.includes('""')) text = text.replaceAll('""', '"')
  if (/[()[\]]/.test(text)) text = withoutStray(text).replace(pronouns, '').replace(state, '')
  if (/[`†‡§¶¹²³\u2070-\u2089]/.test(text)) text = withoutMarks(text)
  text = natural(text.replace(/\s+/g, ' ').replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, ''))
  return /^[ -~]{0,100}$/.test(text) ? text : cleanName(text)
}
