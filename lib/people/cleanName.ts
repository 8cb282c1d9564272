import { MAX_PERSON_NAME } from '../contract/limits.ts'
import { isPlainLine } from './plainLine.ts'

// Line and paragraph separators count as controls. Joiners (U+200C, U+200D) stay: Persian and emoji are written with them.
const controls = /[\p{Cc}\u2028\u2029]+/gu
// Bidi marks, embeddings, overrides and isolates, which could turn the words around a name; soft hyphen, zero-width
// space and BOM, which hide in it; unpaired surrogates, which no store keeps.
const invisible = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\p{Cs}]/gu

/** A person's name as it may be shown and stored: one line, nothing that is not seen, at most MAX_PERSON_NAME long. */
export const cleanName = (name: string): string => {
  if (name === '' || (name.length <= MAX_PERSON_NAME && isPlainLine(name))) return name
  // Longer than any name: what follows is not worth looking at.
  const line = name
    .slice(0, MAX_PERSON_NAME * 10)
    .replace(controls, ' ')
    .replace(invisible, '')
  const short = line.replace(/\s+/g, ' ').trim()
  if (short.length <= MAX_PERSON_NAME) return short
  // Not in the middle of a surrogate pair, and not between a letter and its marks.
  return short
    .slice(0, MAX_PERSON_NAME + 1)
    .replace(/(?:\P{M}\p{M}*|\p{M}+)$/u, '')
    .trim()
}
