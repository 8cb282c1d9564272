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

/** Scripts written without spaces, or with endings glued on: an address can stand right inside a sentence. */
const spaceless =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

export const isSpaceless = (text: string, index: number): boolean => spaceless.test(text.charAt(index))
