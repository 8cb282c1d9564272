import { readCards } from './cards.ts'
import { mapCodes } from './characterMap.ts'
import { decodeEntities } from './entities.ts'
import { readMailSource } from './mailSource.ts'
import { decodeMailto } from './mailto.ts'
import { stripMarkup } from './markup.ts'
import { undoObfuscation } from './obfuscation.ts'
import { unwrap } from './wrap.ts'

/** Soft hyphen, zero-width spaces, direction marks, byte order mark: seen by nobody, copied along with the text. */
const invisible = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/
const fullWidth = /[\uff01-\uff5e\ufe52\ufe6b]/

const isInvisible = (code: number): boolean =>
  code === 0xad ||
  code === 0x34f ||
  code === 0x61c ||
  code === 0x180e ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069 && code !== 0x2065) ||
  code === 0xfeff

/** Full-width forms as ASCII. */
const toNarrow = (code: number): number => {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0
  return code === 0xfe52 ? 0x2e : code === 0xfe6b ? 0x40 : code
}

/** U+200C and U+200D are spelling in Persian and Indic words, and noise beside Latin ones. */
const isSpelling = (text: string, code: number, index: number): boolean =>
  (code === 0x200c || code === 0x200d) && text.charCodeAt(index - 1) > 0xff && text.charCodeAt(index + 1) > 0xff

const unhide = (text: string): string =>
  mapCodes(text, (code, index) => {
    if (code < 0xad) return code
    return isInvisible(code) && !isSpelling(text, code, index) ? -1 : toNarrow(code)
  })

/** Either of the two, in one pass. */
const hidden = new RegExp(`${invisible.source}|${fullWidth.source}`)
/** Asked first: a string of bytes answers it unread, and Latin text quickly. */
const beyondLatin = /[\u0250-\uffff]/
/** A return alone ends lines on old systems, and so do the separators of Unicode. */
const otherLineEnds = /\r(?!\n)|[\u0085\u2028\u2029]/g

const markup = /<(?:\/?[a-z][\w:.-]{0,40}(?:\s[^<>]{0,4000})?\/?>|!--)/i

/**
 * The text with everything undone that hides an address from a reader of characters; the same string when there is nothing.
 * Most texts have nothing, so each step is first asked for by a search that costs next to nothing.
 */
export const clear = (text: string): string => {
  let plain = text
  if (plain.includes('\r') || beyondLatin.test(plain)) plain = plain.replace(otherLineEnds, '\n')
  if (plain.includes('&')) plain = decodeEntities(plain)
  if (plain.includes('\u00ad') || (beyondLatin.test(plain) && hidden.test(plain))) plain = unhide(plain)
  if (/BEGIN:VCARD/i.test(plain)) plain = readCards(plain)
  if (plain.includes('<') && markup.test(plain)) plain = stripMarkup(plain)
  if (/mailto:|%40/i.test(plain)) plain = decodeMailto(plain)
  plain = undoObfuscation(plain)
  return plain.includes('@') ? unwrap(readMailSource(plain)) : plain
}
