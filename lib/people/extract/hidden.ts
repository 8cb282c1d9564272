import { mapCodes } from './characterMap.ts'

/** Soft hyphen, zero-width spaces, direction marks, byte order mark: seen by nobody, copied along with the text. */
const invisible = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/
/** Full-width forms, and the separators of lines and paragraphs. */
const changed = /[\u2028\u2029\uff01-\uff5e\ufe52\ufe6b]/
const either = new RegExp(`${invisible.source}|${changed.source}`)

const isInvisible = (code: number): boolean =>
  code === 0xad ||
  code === 0x34f ||
  code === 0x61c ||
  code === 0x180e ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069 && code !== 0x2065) ||
  code === 0xfeff

/** Full-width forms as ASCII, separators as line feeds. */
const toNarrow = (code: number): number => {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0
  if (code === 0x2028 || code === 0x2029) return 10
  return code === 0xfe52 ? 0x2e : code === 0xfe6b ? 0x40 : code
}

/** U+200C and U+200D are spelling in Persian and Indic words, and noise beside Latin ones. */
const isSpelling = (text: string, code: number, index: number): boolean =>
  (code === 0x200c || code === 0x200d) && text.charCodeAt(index - 1) > 0xff && text.charCodeAt(index + 1) > 0xff

/** The text without what nobody sees, and with full-width forms as ASCII. */
export const unhide = (text: string): string =>
  either.test(text)
    ? mapCodes(text, (code, index) => {
        if (code < 0xad) return code
        return isInvisible(code) && !isSpelling(text, code, index) ? -1 : toNarrow(code)
      })
    : text
