import { splitCells } from './cells.ts'
import { ordered, speaksFor } from './evidence.ts'
import { kindOf } from './headerWords.ts'
import { labelledName } from './labels.ts'
import { isCapitalised, isNameLike } from './nameLike.ts'
import { cleanNameText } from './nameText.ts'
import { afterLabel, endOfSentence, quotedTail, withoutBullet } from './phrase.ts'

const withoutLabel = (cell: string) => cleanNameText(withoutBullet(cell).replace(/^[^:=]{1,40}[:=](?=\s*\S)/, ''))

const isHalf = (cell: string) => !cell.includes(' ') || /^\S+ \p{L}\.?$/u.test(cell)

/** The name among cells on one side of the address, of which the one at `near` is the closest. */
const nearestName = (cells: readonly string[], step: 1 | -1, local: string, lastFirst: boolean): string => {
  const alike = [...cells.keys()].filter((index) => isNameLike(cells[index] ?? ''))
  // A login beside the name is not of it.
  const others = alike.filter((index) => cells[index] !== local)
  const found = others.length > 1 || cells[others[0] ?? -1]?.includes(' ') ? others : alike
  const near = step === -1 ? found.at(-1) : found[0]
  if (near === undefined) return ''
  const spoken = found.length > 1 ? found.find((index) => speaksFor(local, cells[index] ?? '')) : undefined
  const at = spoken ?? near
  const cell = cells[at] ?? ''
  for (const beside of [at + step, at - step]) {
    const other = found.includes(beside) ? (cells[beside] ?? '') : ''
    if (!other || !(isHalf(cell) && isHalf(other)) || isCapitalised(cell) !== isCapitalised(other)) continue
    if (spoken !== undefined && cell.includes(' ') && !speaksFor(local, other)) continue
    return beside < at ? ordered(other, cell, local, lastFirst) : ordered(cell, other, local, lastFirst)
  }
  if (spoken !== undefined || cell.includes(' ')) return cell
  return found.map((index) => cells[index] ?? '').findLast((other) => other.includes(' ')) ?? cell
}

/** Two to four characters of a script without case or spaces, and no label: 王小明. */
const isShortName = (text: string) =>
  /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]{2,4}$/u.test(text) &&
  !/^[请請]|联系|聯繫|邮|郵|电|電|메일|문의|連絡/.test(text) &&
  !kindOf(text)

const isProper = (text: string, local: string) =>
  isNameLike(text) &&
  (text.includes(' ')
    ? text.split(' ').every((word) => isCapitalised(word) || word.length < 4) || speaksFor(local, text)
    : speaksFor(local, text) || isShortName(text))

/** Words beside the address with nothing but a space, dash, colon or brackets between. */
const fromWords = (before: string, after: string, local: string): string => {
  const comment = /^\s*\(([^()]{2,80})\)\s*(.*)$/.exec(after)
  const lead = withoutBullet(before).replace(/\s*(?:[-–—:,(]|\bat|\bis)\s*$/i, '')
  const name = cleanNameText(endOfSentence(afterLabel(lead).trim()))
  if (isProper(name, local)) return name
  const later = cleanNameText((comment ? (comment[2] ?? '') : after).replace(/^[\s)\]>]*[-–—:]?\s*/, ''))
  if (isProper(later, local) && later.split(' ').length < 5) return later
  const inside = comment ? cleanNameText(comment[1] ?? '') : ''
  return isNameLike(inside) ? inside : ''
}

const delimiterOf = (line: string): string | undefined =>
  ['\t', '|', ';', ','].find((delimiter) => line.includes(delimiter))

/** Is the address part of a sentence? Then a name must be spoken for. */
const isSentence = (own: string) => (own.match(/(?:^|\s)\p{Ll}+(?=\s)/gu)?.length ?? 0) > 1

/** Name for an address that stands bare in its line. `before`, `after`: the line up to the neighbouring addresses. */
export const lineName = (before: string, after: string, local: string): string => {
  const quoted = quotedTail(before.trimEnd())
  if (quoted && before.charAt(quoted.open) === '"') {
    const name = cleanNameText(quoted.inner)
    if (/\p{L}/u.test(name) && !name.includes('@')) return name
  }
  const delimiter = delimiterOf(before) ?? delimiterOf(after)
  if (!delimiter) return labelledName([before, after]) || fromWords(before, after, local)
  const left = splitCells(before, delimiter)
  const right = splitCells(after, delimiter)
  const named = labelledName([...left, ...right])
  if (named) return named
  const ownBefore = left.pop() ?? ''
  const own = fromWords(ownBefore, right.shift() ?? '', local)
  if (own) return own
  const lastFirst = delimiter === ',' && /,\s/.test(before + after)
  const name =
    nearestName(left.map(withoutLabel), -1, local, lastFirst) ||
    nearestName(right.map(withoutLabel), 1, local, lastFirst)
  return isSentence(`${ownBefore} `) && !speaksFor(local, name) ? '' : name
}
