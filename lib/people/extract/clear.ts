import { decodeEntities } from './entities.ts'
import { decodeMailto } from './mailto.ts'
import { stripMarkup } from './markup.ts'
import { undoObfuscation } from './obfuscation.ts'

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

/** Either of the two, in one pass. */
const hidden = new RegExp(`${invisible.source}|${fullWidth.source}`)
/** A string whose characters all fit in a byte answers this without being read. */
const beyondByte = /[\u0100-\uffff]/

/**
 * The text with everything undone that hides an address from a reader of characters; the same string when there is nothing.
 * Most texts have nothing, so each step is first asked for by a search that costs next to nothing.
 */
export const clear = (text: string): string => {
  let plain = text
  if (plain.includes('\u00ad') || (beyondByte.test(plain) && hidden.test(plain))) plain = toNarrow(dropInvisible(plain))
  if (plain.includes('&')) plain = decodeEntities(plain)
  if (plain.includes('%')) plain = decodeMailto(plain)
  if (plain.includes('</') || plain.includes('/>') || plain.includes('<br>') || plain.includes('<wbr>'))
    plain = stripMarkup(plain)
  return undoObfuscation(plain)
}
