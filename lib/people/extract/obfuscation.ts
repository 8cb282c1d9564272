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
const gap = '[ \\t\\u00a0]{1,3}'
const spacedDot = `${gap}(?:${dotWords}|\\.)${gap}`
/** `jane @ example . edu`, `jane@example dot edu`. */
const dots = new RegExp(`${spacedDot}(?<=@[ \\t]?[\\p{L}\\p{N}.-]{1,200}${spacedDot})(?=[\\p{L}\\p{N}-]{2})`, 'giu')
/** `jane . doe @ example . edu`. */
const localDots = /(?<=[a-z0-9]) \. (?=(?:[a-z0-9]{1,30} \. ){0,3}[a-z0-9]{1,30} ?@ ?[a-z0-9])/gi

/** Does a bracket open on a word for a sign, or on one? Those in front of whole words and addresses do not. */
const hasBracketed = new RegExp(
  `[[({<【〔][ \\t\\u00a0]{0,2}(?:${atWords}|${dotWords}|a|à|@|\\.)[ \\t\\u00a0]{0,2}[\\])}>】〕]`,
  'iu',
)
const marks = ['_at_', '-at-', '*at*', '#at#', '_AT_', '-AT-', '*AT*', '#AT#']

const undoBracketed = (text: string): string =>
  text
    .replace(bracketedDot, '.')
    .replace(bracketedAt, (sign, offset: number) =>
      isNumbering(sign, text.slice(offset + sign.length, offset + sign.length + 256)) ? sign : '@',
    )
    .replace(bracketedMark, (_, word: string) => markWords[word.toLowerCase()] ?? '')

/** Addresses written so that machines do not see them, as addresses. What a text has no sign of is not looked for. */
export const undoObfuscation = (text: string): string => {
  let plain = text
  const spread = text.includes('@ ') || text.includes(' . ')
  if (/[[({<【〔]/.test(plain) && hasBracketed.test(plain)) plain = undoBracketed(plain)
  if (marks.some((mark) => plain.includes(mark))) plain = plain.replace(marked, '@').replace(markedDot, '.')
  plain = undoBareWords(plain)
  if (plain.includes('AT ')) plain = plain.replace(upper, '@')
  if (text.includes(' . ')) plain = plain.replace(localDots, '.')
  return plain === text && !spread ? plain : plain.replace(dots, '.')
}
