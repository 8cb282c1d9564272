import { anglesIn } from './angles.ts'
import { readCards } from './cards.ts'
import { decodeEntities } from './entities.ts'
import { unhide } from './hidden.ts'
import { readMailSource } from './mailSource.ts'
import { decodeMailto } from './mailto.ts'
import { hasMarkup, stripMarkup } from './markup.ts'
import { undoObfuscation } from './obfuscation.ts'
import { undoSpread } from './spread.ts'
import { hasLooseEnds, isWholeAt } from './whole.ts'
import { unwrap } from './wrap.ts'

/** Asked first: a string of bytes answers it unread, and Latin text quickly. */
const beyondLatin = /[\u0250-\uffff]/
/** A return alone ends lines on old systems. */
const otherLineEnds = /\r(?!\n)/g

/**
 * The text with everything undone that hides an address from a reader of characters; the same string when there is nothing.
 * Most texts have nothing, so each step is first asked for by a search that costs next to nothing: for one character, or for a
 * form that the engine skips along by.
 */
export const clear = (text: string): string => {
  let plain = text
  let isWide = beyondLatin.test(plain)
  if (isWide || plain.includes('\u00ad')) plain = unhide(plain)
  if (plain.includes('\r')) plain = plain.replace(otherLineEnds, '\n')
  if (plain.includes('&')) {
    plain = decodeEntities(plain)
    isWide = beyondLatin.test(plain)
    if (isWide || plain.includes('\u00ad')) plain = unhide(plain)
  }
  if (plain.includes('@') && (plain.includes('VCARD') || plain.includes('vcard'))) plain = readCards(plain)
  const { hasTags, hasFields } = anglesIn(plain)
  if (hasTags && hasMarkup(plain)) plain = stripMarkup(plain)
  if (plain.includes('%') || plain.includes('?')) plain = decodeMailto(plain)
  plain = undoObfuscation(plain, hasTags, isWide)
  return plain.includes('@') ? readMailSource(plain, hasFields) : plain
}

const isWhole = (text: string): boolean => {
  if (!text.includes('@')) return true
  if (hasLooseEnds(text)) return false
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) if (!isWholeAt(text, at)) return false
  return true
}

/** Addresses in pieces, with spaces between or over the end of a line, put together. */
export const mend = (text: string): string => unwrap(undoSpread(text))

/** The text cleared, and mended where it must be. */
export const clearWhole = (text: string): string => {
  const plain = clear(text)
  return isWhole(plain) ? plain : mend(plain)
}
