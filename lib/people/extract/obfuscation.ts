import { undoBareWords } from './bareWords.ts'
import { atWords, dotWords } from './signWords.ts'

const open = '[[({<【〔]{1,2}'
const close = '[\\])}>】〕]{1,2}'
const at = `[ \\t\\u00a0]{0,3}${open}[ \\t\\u00a0]{0,2}(?:${atWords}|a|à|@)[ \\t\\u00a0]{0,2}${close}[ \\t\\u00a0]{0,3}`
const dot = `[ \\t\\u00a0]{0,3}${open}[ \\t\\u00a0]{0,2}(?:${dotWords}|\\.)[ \\t\\u00a0]{0,2}${close}[ \\t\\u00a0]{0,3}`

const bracketedDot = new RegExp(`(?<=[\\p{L}\\p{N}\\])}>】〕])${dot}(?=[\\p{L}\\p{N}])`, 'giu')
/** Only before something that goes on like a domain. */
const bracketedAt = new RegExp(
  `(?<=[\\p{L}\\p{N}_"-])${at}(?=[\\p{L}\\p{N}-]{1,63}(?:[.。]|[ \\t\\u00a0]{1,3}(?:${dotWords}|\\.)[ \\t\\u00a0]))`,
  'giu',
)
/** `(a)` numbers the points of a text too: it is a sign where nothing follows the domain but an end. */
const isNumbering = (sign: string, rest: string): boolean =>
  /^[ \t]*\S[aà]\S[ \t]*$/i.test(sign) &&
  /^[\p{L}\p{N}.-]{1,200}[ \t]+[\p{L}\p{N}]/u.test(rest) &&
  !/^\S+[ \t]dot[ \t]/i.test(rest)
const markWords: Readonly<Record<string, string>> = { dash: '-', hyphen: '-', minus: '-', underscore: '_', plus: '+' }
/** `jane [dash] doe`. */
const bracketedMark = new RegExp(
  `(?<=[\\p{L}\\p{N}])[ \\t\\u00a0]{0,3}${open}[ \\t\\u00a0]{0,2}(${Object.keys(markWords).join('|')})[ \\t\\u00a0]{0,2}${close}[ \\t\\u00a0]{0,3}(?=[\\p{L}\\p{N}])`,
  'giu',
)

/** `jane_at_example_dot_edu`, `jane-AT-example.edu`: marks in place of brackets. */
const marked = /(?<=[a-z0-9])[ \t]?([_*#-])(?:at)\1[ \t]?(?=[a-z0-9-]{1,63}(?:\.|[ \t]?([_*#-])dot\2))/gi
const markedDot = /(?<=@[a-z0-9.-]{1,200})[ \t]?([_*#-])dot\1[ \t]?(?=[a-z0-9])/gi
const upper =
  /(?<=[a-z0-9])[ \t]{1,3}AT[ \t]{1,3}(?=[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}(?:\.|[ \t]{1,3}DOT[ \t]{1,3})[a-z]{2,})/g
const signWords = new RegExp(`^(?:${atWords}|${dotWords}|a|à|@|\\.)$`, 'iu')
/** The longest of them is "kuyruklu a". */
const LONGEST = 14

const isClose = (code: number) =>
  code === 41 || code === 93 || code === 125 || code === 62 || code === 0x3011 || code === 0x3015
const isSpace = (code: number) => code === 32 || code === 9 || code === 0xa0
/** Signs and digits that are in no word for a sign; `d0t` has a zero. */
const isForeign = (code: number) => code < 65 && code > 32 && code !== 45 && code !== 48

/** Does the bracket before `from` hold a word for a sign, or a sign? Most hold more words than one. */
const holdsSign = (text: string, from: number): boolean => {
  let start = from
  while (start - from < 2 && isSpace(text.charCodeAt(start))) start++
  let end = start
  for (; end - start <= LONGEST; end++) {
    const code = text.charCodeAt(end)
    if (isClose(code)) return signWords.test(text.slice(start, end).trim())
    // In two words the first is `at` or the second is `a`, or there is a space before the bracket.
    if (isSpace(code) && end - start !== 2 && !isClose(text.charCodeAt(end + 1)) && !isClose(text.charCodeAt(end + 2)))
      return false
    if (code === 10 || (end > start && isForeign(code))) return false
  }
  return false
}

/** Where the line ends that `index` is in. */
const endOfLine = (text: string, index: number): number => {
  const newline = text.indexOf('\n', index)
  return newline === -1 ? text.length : newline
}

/** Of each line and kind of bracket, the first that holds a sign, in order. */
const bracketsWithSigns = (text: string, brackets: string): number[] => {
  const found: number[] = []
  for (const bracket of brackets) {
    let i = text.indexOf(bracket)
    while (i !== -1) {
      const holds = holdsSign(text, i + 1)
      if (holds) found.push(i)
      i = text.indexOf(bracket, holds ? endOfLine(text, i) : i + 1)
    }
  }
  return found.sort((one, other) => one - other)
}
/** One class of characters is searched for as fast as one of them. */
const hasMark = /[-_*#]/
const hasMarks = /[_*#-]at[_*#-]/i

const undoInLine = (line: string): string =>
  line
    .replace(bracketedDot, '.')
    .replace(bracketedAt, (sign, offset: number) =>
      isNumbering(sign, line.slice(offset + sign.length, offset + sign.length + 256)) ? sign : '@',
    )
    .replace(bracketedMark, (_, word: string) => markWords[word.toLowerCase()] ?? '')

/** Nothing of an address in brackets goes over the end of a line, so only lines that hold one are searched. */
const undoBracketed = (text: string, brackets: string): string => {
  let undone = ''
  let from = 0
  for (const bracket of bracketsWithSigns(text, brackets)) {
    if (bracket < from) continue
    const start = text.lastIndexOf('\n', bracket) + 1
    const end = endOfLine(text, bracket)
    undone += text.slice(from, start) + undoInLine(text.slice(start, end))
    from = end
  }
  return from === 0 ? text : undone + text.slice(from)
}

/**
 * Addresses written so that machines do not see them, as addresses. What a text has no sign of is not looked for.
 * `brackets`: those that can be round words for signs; `mayHaveMarks`: the same of dashes and other marks.
 */
export const undoObfuscation = (text: string, brackets: string, mayHaveMarks: boolean): string => {
  let plain = undoBracketed(text, brackets)
  if (mayHaveMarks && hasMark.test(plain) && hasMarks.test(plain))
    plain = plain.replace(marked, '@').replace(markedDot, '.')
  plain = undoBareWords(plain)
  return plain.includes('AT ') ? plain.replace(upper, '@') : plain
}
