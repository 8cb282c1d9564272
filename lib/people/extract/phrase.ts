import { splitCells } from './cells.ts'
import { decodeWords } from './encodedWord.ts'
import { holdsFirst, isWholeName, ordered, speaksFor, speaksWholly } from './evidence.ts'
import { isCapitalised, isNameLike, isParticle } from './nameLike.ts'
import { cleanNameText } from './nameText.ts'
import { isOffice } from './offices.ts'

/** Words that end what comes before a name in a sentence. */
const functionWord =
  /^(?:to|contact|e-?mail|mail|and|or|with|from|by|is|are|was|were|includes?|including|named|called|at|ask|write|cc|bcc|an|und|et|y|e|please|the|for|of|sender|author|contacts|schrieb|schreef|see|call|message|reach|our|your|my|instructor|teacher|ta|professor|dear|hi|hello|hey|a|à|con|avec|mit|bei|contact(?:e[rz]?|ar|a|ez)|contatt\w{1,6}|escrib\w{1,6}|écri\w{1,6}|kontakt\w{0,6})[.,:]?$/i
/** Of these, the ones that are inside names too: John of Gaunt, Ortega y Gasset. */
const inNames = /^(?:of|e|y|the|an|und|et)$/i
const bullet =
  /^(?:[\s>]{0,8}(?:\(?\d{1,4}[.)\]:]|\[\d{1,4}\]|\(?[a-z]\)|[-*•·–—▪●◦‣☐☑☒✓✔✗✘□■◆★►▶→]{1,4}|#{1,6}|\[[ xX]?\])\s{1,8}|[\s>]{1,8}){1,4}/

/** "On 5 Jan 2026 at 9:00 AM, Jane Doe <…> wrote:" */
export const timeOfDay =
  /^[^"]{0,300}\b\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?(?:\s[+-]\d{4}|\s[A-Z]{2,4}(?=,))?[,\s]\s{0,8}/i

export const withoutBullet = (text: string): string => text.replace(bullet, '')

/** At the start of a phrase: no word of a sentence, which would begin otherwise. */
const isArticle = (word: string) => /^(?:An?|The|\p{Lu}\.)$/u.test(word)

/** `Office of the Dean`, `von und zu Berg`: do only such words stand between it and a word of the name? */
const isInName = (words: readonly string[], index: number): boolean => {
  if (!inNames.test(words[index] ?? '')) return false
  const before = words.slice(0, index).findLast((word) => !inNames.test(word)) ?? ''
  return isCapitalised(before) || isParticle(before)
}

/** "Contact Jane Doe", "to Jane Doe". */
const beginsSentence = (phrase: string): boolean => {
  const [first = ''] = phrase.split(/\s/, 1)
  return functionWord.test(first) && !isArticle(first)
}

/** The last words of a sentence that can be a name: "Please write to Jane Doe" is Jane Doe. */
export const endOfSentence = (phrase: string): string => {
  const words = phrase.split(/\s+/)
  for (let i = words.length - 2; i >= 0; i--) {
    const word = words[i] ?? ''
    // An is a first name too, and the German header has a colon; `A.` is an initial.
    if (!functionWord.test(word) || isArticle(word) || (i > 0 && isCapitalised(word))) continue
    if (word === 'a' && !isCapitalised(words[i + 1] ?? '')) continue
    // "My Name"
    if (isInName(words, i) || (words.length === 2 && /^(?:My|Your|Our)$/.test(word) && isCapitalised(words[1] ?? '')))
      continue
    return words.slice(i + 1).join(' ')
  }
  return phrase
}

/** After the last colon outside quotes: the name of a mail header, of a group (RFC 5322 §3.4), a label. Two colons part words of a name. */
export const afterLabel = (text: string): string => {
  let at = text.lastIndexOf(':')
  while (at > 0 && text.charAt(at - 1) === ':') {
    do at--
    while (text.charAt(at - 1) === ':')
    at = text.lastIndexOf(':', at - 1)
  }
  return text.slice(at + 1)
}

/** `<input value="Jane Doe`: what the last attribute of a tag that is still open says. */
const withoutTag = (text: string): string => {
  const open = text.lastIndexOf('<')
  const sign = text.lastIndexOf('=')
  const isOpen = open !== -1 && sign > open && !text.includes('>', open)
  return isOpen && /^<[a-z]{1,20}\s/i.test(text.slice(open, open + 24)) ? text.slice(sign + 1) : text
}

const closers: Readonly<Record<string, string>> = { '"': '"', '”': '“', "'": "'", '’': '‘' }

/** The quoted string that a text ends with, escapes and all, and where it opens. */
export const quotedTail = (text: string): { inner: string; open: number } | undefined => {
  const end = text.length - 1
  const opener = closers[text.charAt(end)]
  if (!opener) return undefined
  for (let i = end - 1; i >= 0; i--) {
    if (text.charAt(i) !== opener) continue
    let slashes = 0
    while (text.charAt(i - 1 - slashes) === '\\') slashes++
    if (slashes % 2 === 1) continue
    // An apostrophe inside a word opens nothing.
    if (opener === '"' || opener === '“' || i === 0 || /[\s,;:(>]/.test(text.charAt(i - 1)))
      return { inner: text.slice(i + 1, end), open: i }
  }
  return undefined
}

/** Is nothing of the name before the quote at `open`: the start, a separator, or a comment alone? */
const standsFree = (text: string, open: number): boolean =>
  /(?:^|[,;:>\t|])\s{0,8}$/.test(text.slice(Math.max(0, open - 10), open)) ||
  /^\s{0,8}\([^()]{0,80}\)\s{0,8}$/.test(text.slice(0, open))

const isAddress = (text: string) => /^\S+@\S+\.\S+$/.test(text)

/** "Jane Doe, Curator, Biology": what stands before an office, or behind it where somebody of that address does. */
const withoutOffice = (parts: readonly string[], local: string): readonly string[] => {
  const office = parts.findIndex((part, index) => index > 0 && isOffice(part))
  const isLater = (part: string, index: number) => index > office && isNameLike(part) && speaksFor(local, part)
  if (office === -1) return parts
  return parts.some(isLater) ? parts.slice(office + 1) : parts.slice(0, office)
}

/** "Jane Doe, Biology" for `jdoe@…`: the first is all of the name; "García López, Ana" for `agarcia@…` is not. */
const isWholeFirst = (one: string, two: string, local: string): boolean =>
  one.includes(' ') &&
  /^\p{Lu}\p{Ll}{2,}(?:\s|$)/u.test(two) &&
  speaksWholly(local, one) &&
  !holdsFirst(local, one) &&
  !speaksFor(local, two)

/** What remains of `a, b, Jane Doe` or `Doe, Jane` before an address. */
const lastOfList = (text: string, local: string): string => {
  const all = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const parts = withoutOffice(all, local)
  const [one = '', two = ''] = parts
  if (parts.length < 2) return one
  // "Guest, Jane"
  const areHalves = parts.length === 2 && /^\p{Lu}\p{L}+$/u.test(one) && /^\p{Lu}\p{L}+$/u.test(two)
  if (!areHalves && !parts.every(isNameLike)) return parts.findLast(isNameLike) ?? parts.at(-1) ?? ''
  if (parts.length === 2 && isWholeFirst(one, two, local)) return one
  return parts.length === 2 && isWholeName(one, two, local) ? two : parts.join(', ')
}

/** The name in cells before an address: the last that can be one, best a whole one that the address speaks for, with the other half beside it. */
const nameInCells = (cells: readonly string[], local: string): string | undefined => {
  const spoken = cells.findLastIndex((cell) => cell.includes(' ') && isNameLike(cell) && speaksFor(local, cell))
  const at = spoken === -1 ? cells.findLastIndex(isNameLike) : spoken
  const [one = '', two] = [cells[at - 1], cells[at]]
  const areHalves = isNameLike(one) && isCapitalised(one) && !one.includes(' ') && !two?.includes(' ')
  return two && areHalves && one !== local ? ordered(one, two, local, false) : two
}

/** "mx for" is said of whatever address follows. */
const withoutTail = (phrase: string): string => {
  const last = phrase.slice(phrase.lastIndexOf(' ') + 1)
  return functionWord.test(last) && !isCapitalised(last) ? phrase.slice(0, -last.length).trim() : phrase
}

const isLower = (word: string) => /^\p{Ll}+$/u.test(word)

/** "schreef Jane Doe" is Jane Doe, "van der Berg" himself, and "bell Rae hooks" all of it. */
export const withoutVerb = (phrase: string): string => {
  const words = phrase.split(' ')
  const start = words.findIndex((word) => isCapitalised(word) || isParticle(word))
  if (start < 1 || /^['"(]/.test(words[start] ?? '') || !words.slice(0, start).every(isLower)) return phrase
  const rest = words.slice(start)
  return rest.some(isCapitalised) && rest.every((word) => !isLower(word) || isParticle(word)) ? rest.join(' ') : phrase
}

/** Whatever words are in it, all of it is the name. */
const encodedAlone = /^[\s,;]{0,8}=\?[^<>":]{1,600}\?=\s*$/
/** `From: Jane [jane@…]`: there, whatever stands before an address in any bracket is a name. */
const header =
  /^[\s>*]{0,8}(?:from|to|b?cc|reply-to|sender|von|an|de|à|para|da|van|aan|från|fra|til|od|от|кому)[ \t]{0,3}\*{0,2}:/iu
/** `@author Jane Doe`, and `authors = ["Jane Doe`, of which nothing is closed. */
const opening = /^[\s*#/]{0,8}@[a-z]{2,20}\s{1,8}(?=\p{Lu})|^[^"']{0,60}[[({]\s{0,8}["'](?=[^"']*$)/u
/** "Copyright 2026 Jane Doe", "Mon Jan 05 2026 Jane Doe". */
const year = /^.{0,80}\b(?:19|20)\d\d[,:]?\s+(?=\p{Lu}\S*\s+\p{Lu})/u

/** Name from what stands directly before `<jane@example.edu>`, `(…)` or `[…]`; `isProper` judges what only may be one; `isAlone`: the text is nothing else. */
export const phraseName = (
  raw: string,
  local: string,
  { isAngle, isAlone }: { readonly isAngle: boolean; readonly isAlone: boolean },
  isProper: (name: string, local: string) => boolean,
): string => {
  const source = raw.includes('=?') ? decodeWords(raw) : raw
  if (encodedAlone.test(raw)) return cleanNameText(source)
  const isMailbox = isAngle || header.test(raw)
  let text = withoutBullet(source.replace(timeOfDay, ''))
    .replace(/^[\s,;、،؛&/+|•·]{1,8}/, '')
    .replace(/[\s([{<【〔（「『《〈‹«]{1,8}$/, '')
  if (text.includes('<')) text = withoutTag(text)
  text = text.replace(opening, '')
  const isLabel = /(?::|(?<!\?)=)\s*$/.test(text)
  text = text.replace(/(?:[\s:,;–—-]|(?<!\?)=){1,8}$/, '')
  const quoted = quotedTail(isMailbox ? text.replace(/(?<=")\s{0,8}\([^()]{0,80}\)$/, '') : text)
  if (quoted && standsFree(text, quoted.open)) {
    // `"Jane Doe <jane@example.edu>" <jane@example.edu>`
    const inner = cleanNameText(quoted.inner.replace(/\s{0,8}<[^<>\s]{1,250}@[^<>\s]{1,250}>\s*$/, ''))
    return isAddress(inner) ? '' : inner
  }
  text = afterLabel(text.replace(/(?<!\\)"/g, ' ')).trim()
  const delimiter = text.includes('\t') ? '\t' : text.includes('|') ? '|' : undefined
  if (delimiter) text = nameInCells(splitCells(text, delimiter), local) ?? text
  text = text.slice(text.lastIndexOf(';') + 1)
  const [, aside = ''] = /^\s{0,8}\(([^()]{2,80})\)\s{0,8}$/.exec(text) ?? []
  const named = cleanNameText(aside)
  if (aside && (isProper(named, local) || (isMailbox && isNameLike(named) && isCapitalised(named)))) return named
  // A comment may hold another.
  for (let depth = 0; depth < 2; depth++) text = text.replace(/\((?:\\.|[^()\\]){0,200}\)/g, ' ')
  text = text.trim().replace(year, '')
  const closed = withoutTail(text)
  const last = closed.includes(',') ? lastOfList(closed, local) : closed
  const isWhole = isAlone && closed === text && !beginsSentence(last)
  const name = cleanNameText(isWhole ? last : withoutVerb(endOfSentence(last)))
  if (!/\p{L}/u.test(name) || isAddress(name)) return ''
  return (isMailbox && !isLabel && closed === text) || isProper(name, local) ? name : ''
}
