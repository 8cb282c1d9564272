import { decodeEntities } from './entities.ts'
import { decodeMailto } from './mailto.ts'
import { isMarkup, stripMarkup } from './markup.ts'
import { hintsOf, undoObfuscation } from './obfuscation.ts'

/** Soft hyphen, zero-width spaces, direction marks, byte order mark: seen by nobody, copied along with the text. */
const invisible = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/
const invisibles = new RegExp(invisible, 'g')
/** The joiners are spelling in Persian and Indic words, and noise beside Latin letters. */
const isJoiner = (char: string) => char === '\u200c' || char === '\u200d'
const isWide = (char: string) => char > '\u00ff'

const dropInvisible = (text: string): string =>
  text.replace(invisibles, (char, index: number) =>
    isJoiner(char) && isWide(text.charAt(index - 1)) && isWide(text.charAt(index + 1)) ? char : '',
  )

const fullWidth = /[\uff01-\uff5e\ufe52\ufe6b]/
const toNarrow = (text: string): string =>
  text.replace(new RegExp(fullWidth, 'g'), (char) =>
    char === '\ufe52' ? '.' : char === '\ufe6b' ? '@' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  )

/** The text with everything undone that hides an address from a reader of characters; the same string when there is nothing. */
export const clear = (text: string): string => {
  let plain = text
  if (invisible.test(plain)) plain = dropInvisible(plain)
  if (fullWidth.test(plain)) plain = toNarrow(plain)
  if (plain.includes('&')) plain = decodeEntities(plain)
  if (plain.includes('%')) plain = decodeMailto(plain)
  if (plain.includes('<') && isMarkup(plain)) plain = stripMarkup(plain)
  const hints = hintsOf(plain)
  return hints.bracketed || hints.bare || hints.marked || hints.spread ? undoObfuscation(plain, hints) : plain
}
