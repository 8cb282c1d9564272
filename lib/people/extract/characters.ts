/** Classes of ASCII characters, as bits. */
const ALNUM = 1
/** RFC 5322 atext and the dot. `|` is left out: in rosters it stands between cells. */
export const LOCAL = 2
const LETTER = 4
/** Of a local part, but also what surrounds addresses in forms, links and markup: worth a closer look. */
export const ODD = 8

const classes = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code)
  if (/[a-z]/i.test(char)) classes[code] = ALNUM | LOCAL | LETTER
  else if (/[0-9]/.test(char)) classes[code] = ALNUM | LOCAL
  else if (/[-.+_]/.test(char)) classes[code] = LOCAL
  else if (/[!#$%&'*/=?^`{}~]/.test(char)) classes[code] = LOCAL | ODD
}

/** Beyond ASCII one question is asked: is it part of a word (letter, mark, digit)? 0 unknown, 1 yes, 2 no. */
const words = new Uint8Array(65_536)

const isWideWord = (text: string, index: number, code: number): boolean => {
  if (code >= 0xd800 && code <= 0xdfff) {
    const from = code >= 0xdc00 ? index - 1 : index
    return /^[\p{L}\p{M}\p{N}]/u.test(text.slice(Math.max(from, 0), from + 2))
  }
  const known = words[code]
  if (known) return known === 1
  // Joiners that are left by now are spelling.
  const is = /\p{L}|\p{M}|\p{N}|\u200c|\u200d/u.test(String.fromCharCode(code))
  words[code] = is ? 1 : 2
  return is
}

/** Classes of the character at `index`. Letters, marks and digits of every script are ALNUM, LOCAL and LETTER. */
export const classAt = (text: string, index: number): number => {
  const code = text.charCodeAt(index)
  if (code < 128) return classes[code] ?? 0
  return code >= 128 && isWideWord(text, index, code) ? ALNUM | LOCAL | LETTER : 0
}

export const isWord = (text: string, index: number): boolean => (classAt(text, index) & ALNUM) !== 0

/** A small raised or circled number, as marks a footnote: `¹jane@…`, `jane@example.edu²`. */
export const isFootnote = (code: number): boolean =>
  code >= 0xb2 &&
  (code < 0xb4 || code === 0xb9 || (code >= 0x2070 && code < 0x208a) || (code >= 0x2460 && code < 0x2488))

/** First and last of the blocks of Thai and Lao, Myanmar, Hangul, Khmer, Chinese and Japanese. */
const spaceless = [
  0xe00, 0xeff, 0x1000, 0x11ff, 0x1780, 0x17ff, 0x2e80, 0xa4cf, 0xac00, 0xd7a3, 0xd840, 0xd88f, 0xf900, 0xfaff,
]

/** Is this a character of a script without spaces, or with endings glued on? There an address can stand inside a sentence. */
export const isSpaceless = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index)
  for (let i = 0; i < spaceless.length; i += 2)
    if (code >= (spaceless[i] ?? 0) && code <= (spaceless[i + 1] ?? 0)) return true
  return false
}
