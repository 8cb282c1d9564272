import { speaksFor } from './evidence.ts'
import { kindOf } from './headerWords.ts'
import {
  isAllCapitalised,
  isCapitalised,
  isLikeRole,
  isNameLike,
  isOrganisation,
  isParticle,
  isStructuralWord,
} from './nameLike.ts'
import { cleanNameText } from './nameText.ts'
import { isOffice, isPost } from './offices.ts'
import { afterLabel, endOfSentence, withoutBullet } from './phrase.ts'

/** What a sentence in Chinese, Japanese or Korean says beside an address. */
const said =
  /^[请請]|联系|聯繫|邮|郵|电|電|메일|문의|連絡|谢|謝|您|你好|学生|學生|老师|老師|教授|助教|同学|同學|감사|학생|学籍/

export const isSaid = (text: string): boolean => said.test(text)

/** Two to four characters of a script without case or spaces, and no label: 王小明. */
const isShortName = (text: string) =>
  /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}ー]{2,4}$/u.test(text) && !said.test(text) && !kindOf(text)

/** Is this, in running text, a name: capitalised words, or one that the address speaks for? */
export const isProper = (text: string, local: string): boolean =>
  !/['’]s$/.test(text) &&
  !isPost(text) &&
  ((isLikeRole(text) && speaksFor(local, text)) || (isNameLike(text) && !kindOf(text) && isProperCase(text, local)))

/** "Write me at me@…" */
const pronoun = /^(?:me|us|you|him|her|them|it|here|this|that)$/

const isProperCase = (text: string, local: string): boolean =>
  text.includes(' ')
    ? isAllCapitalised(text) || (!/\p{Lu}/u.test(text) && speaksFor(local, text) && text.split(' ').length < 4)
    : (speaksFor(local, text) && !pronoun.test(text)) || isShortName(text)

/** Numbers and marks at the edges of a name, and a roster's own words: `001`, `☐`, `Student`. */
const isEdge = (word: string) =>
  (!/\p{L}/u.test(word) && !/[<>@]/.test(word)) || /^[([]?\p{L}{0,3}\d{2,}[)\]]?$/u.test(word) || isStructuralWord(word)

/** `JD Jane Doe`: what stands in place of a picture. */
const areInitials = (word: string, others: readonly string[]) =>
  /^\p{Lu}{2}$/u.test(word) &&
  others.length > 1 &&
  word === (others[0]?.charAt(0) ?? '') + (others.at(-1)?.charAt(0) ?? '')

/** The words without what is certainly not of a name at either end. */
export const withoutEdges = (text: string): string => {
  const words = text.split(' ')
  let from = 0
  let to = words.length
  while (from < to && isEdge(words[from] ?? '')) from++
  // Terry Teacher is called so.
  const isEnd = (word: string) => isEdge(word) && !(to - from === 2 && isCapitalised(word) && !/\d/.test(word))
  while (to > from && isEnd(words[to - 1] ?? '')) to--
  if (areInitials(words[from] ?? '', words.slice(from + 1, to))) from++
  return words.slice(from, to).join(' ')
}

/** Ends a run of words: punctuation, but not of an abbreviation or an initial. */
const endsRun = (word: string) =>
  /[,;:!?)"”]$/.test(word) || (/\.$/.test(word) && !/^(?:\p{Lu}|[JSDM]r|Mrs?|Ms|Mx|Prof|St|Dra?|Sra?)\.$/u.test(word))

/** Runs of two capitalised words or more in a text, and whether something is between the last and the end. */
const runsIn = (text: string): string[] => {
  const runs: string[] = []
  let run: string[] = []
  const close = () => {
    while (run.length > 0 && (isParticle(run.at(-1) ?? '') || isStructuralWord(run.at(-1) ?? ''))) run.pop()
    while (run.length > 0 && isStructuralWord(run[0] ?? '')) run.shift()
    if (run.length > 1) runs.push(run.join(' '))
    run = []
  }
  for (const word of text.split(/\s+/)) {
    const isPart = run.length > 0 && isParticle(word)
    if (isPart || (/^\p{L}/u.test(word) && isCapitalised(word) && /\p{Lu}/u.test(word)))
      run.push(word.replace(endsRun(word) ? /[,;:!?)"”.]+$/ : /$/, ''))
    else close()
    if (endsRun(word)) close()
  }
  close()
  return runs
}

/** The last name in a sentence that the address speaks for. */
export const spokenIn = (text: string, local: string): string =>
  runsIn(text).findLast((run) => run.length < 60 && isNameLike(run) && speaksFor(local, run)) ?? ''

/** `(User J. Person)`: a name though it begins with a roster's own word. */
const isRoleName = (text: string) => {
  const words = text.split(' ')
  const last = words.at(-1) ?? ''
  return (
    words.length > 2 &&
    isAllCapitalised(text) &&
    /^[\p{L} .'-]+$/u.test(text) &&
    !isStructuralWord(last) &&
    !kindOf(text)
  )
}

const places =
  /^(?:work|home|private|school|primary|personal|main|preferred|alternate|new|old|sales|support|team|info|help|desk)$/i

/** `Jane jdoe@…` and `bob@… (Bobby)`, which is all there is: a given name, whose letters the address begins with. */
const isCalled = (word: string, local: string): boolean => {
  if (
    !/^\p{Lu}[\p{Ll}'’-]{2,20}$/u.test(word) ||
    !isNameLike(word) ||
    places.test(word) ||
    kindOf(word) ||
    isOffice(word)
  )
    return false
  const [small, login] = [word.toLowerCase(), local.toLowerCase()]
  return (
    login.length > 2 && (small.startsWith(login) || (login.startsWith(small.charAt(0)) && !/^\w[._-]?\d/.test(login)))
  )
}

/** The only word in a line beside an address, where it can be a given name. */
const onlyWord = (before: string, after: string, local: string): string => {
  const [, first = ''] = after.trim() ? [] : (/^\s{0,8}(\p{L}[\p{L}'’-]+)\s{1,4}$/u.exec(before) ?? [])
  const [, behind = ''] = /\p{L}/u.test(before) ? [] : (/^>?\s{0,4}\(([^()\s]{3,20})\)\s*$/.exec(after) ?? [])
  const word = first || behind
  return word && isCalled(word, local) ? word : ''
}

/** `(Sally the Great)`, for `sally@…`. */
const isSpokenComment = (text: string, local: string): boolean => {
  const words = text.split(' ')
  const isShort = words.length > 1 && words.length < 6
  return (
    isShort &&
    isNameLike(text) &&
    isCapitalised(words[0] ?? '') &&
    isCapitalised(words.at(-1) ?? '') &&
    speaksFor(local, text)
  )
}

const link = /\s*(?:>{1,3}|[-–—:,(#→|_@]|\b(?:at|is|on|via|bei|unter|en|à|al|su))\s*$/i

/** `Jane Doe – Chair –`: of parts between dashes, the one that the address speaks for, or the first that is a whole name. */
const partName = (lead: string, local: string): string => {
  const parts = lead.split(/\s{1,3}[-–—•·]\s{1,3}/)
  if (parts.length < 2 || parts.length > 5) return ''
  const names = parts.map((part) => withoutEdges(cleanNameText(part))).filter((part) => isProper(part, local))
  return (
    names.find((part) => speaksFor(local, part)) ??
    names.find((part) => part.includes(' ') && !isOrganisation(part)) ??
    ''
  )
}

/** Words beside the address with nothing but a space, dash, colon or brackets between. */
export const fromWords = (before: string, glued: string, local: string): string => {
  // `jane@example.kr입니다`: the sentence goes on.
  const after = glued.replace(/^[\p{L}\p{M}]+/u, '')
  const comment = /^[\s>]*(?:\(([^()]{2,80})\)|<([^<>@]{2,80})>)\s*(.*)$/.exec(after)
  const lead = withoutBullet(before).replaceAll('**', '').replace(link, '')
  const name = withoutEdges(cleanNameText(endOfSentence(afterLabel(lead).trim())))
  const inside = comment ? cleanNameText(comment[1] ?? comment[2] ?? '') : ''
  // `Staff: jane@example.edu (Jane Doe)`
  if (inside && isProper(inside, local) && speaksFor(local, inside) && !speaksFor(local, name)) return inside
  const [, uncommented = ''] = /^([^()]+ [^()]+?)\s\([^()]{1,60}\)$/.exec(name) ?? []
  if (isProper(uncommented, local)) return uncommented
  if (isProper(name, local)) return name
  const part = partName(lead, local)
  if (part) return part
  const later = withoutEdges(
    cleanNameText((comment ? (comment[3] ?? '') : after).replace(/^[\s)\]>]*(?:[-–—:#/→]|\bis\b)?\s*/, '')),
  )
  if (isProper(later, local) && later.split(' ').length < 5) return later
  if (isProper(inside, local) || isRoleName(inside) || isSpokenComment(inside, local)) return inside
  const [, aside = ''] = /\(([^()]{2,80})\)\s{0,8}$/.exec(before) ?? []
  if (aside && isSpokenComment(cleanNameText(aside), local)) return cleanNameText(aside)
  const [, turned = ''] = /<([^<>@]{2,80})>\s{0,8}$/.exec(before) ?? []
  if (turned && isProper(cleanNameText(turned), local)) return cleanNameText(turned)
  return spokenIn(lead, local) || spokenIn(after, local) || onlyWord(before, after, local)
}
