import { splitCells } from './cells.ts'
import { ordered, speaksFor } from './evidence.ts'
import { kindOf } from './headerWords.ts'
import { isCapitalised, isNameLike } from './nameLike.ts'
import { cleanNameText } from './nameText.ts'

/** Words that end what comes before a name in a sentence. */
const functionWord =
  /^(?:to|contact|e-?mail|mail|and|or|with|from|by|is|at|ask|write|cc|bcc|an|und|et|y|e|via|please|the|for|of|sender|author|contacts|see|call|message|reach|our|your|my|instructor|teacher|ta|professor|dear|hi|hello|student|hey)[.,:]?$/i
const bullet = /^(?:[\s>]*(?:\(?\d{1,4}[.)\]:]|[-*•·–—▪●◦‣]+|\[[ x]?\])\s+|[\s>]+)+/

/** The last name-like run of a phrase: "Please write to Jane Doe" is Jane Doe. */
const fromSentence = (phrase: string): string => {
  const words = phrase.split(/\s+/)
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i] ?? ''
    // "e", "y", "of" and "an" are also parts of names: only between lower-case words, or at the start.
    if (functionWord.test(word) && (i === 0 || !isCapitalised(word)) && i < words.length - 1) {
      if (/^(?:of|e|y|the|an|und|et)$/i.test(word) && i > 0 && isCapitalised(words[i - 1] ?? '')) continue
      return words.slice(i + 1).join(' ')
    }
  }
  return phrase
}

/** Up to the last colon outside quotes: a header's name, a group's, a label. */
const afterLabel = (text: string): string => {
  const open = text.search(/["“]/)
  const colon = text.lastIndexOf(':', open === -1 ? undefined : open)
  return colon === -1 ? text : text.slice(colon + 1)
}

/** Name from what stands directly before `<jane@example.edu>`, `(…)` or `[…]`. */
export const phraseName = (raw: string, local: string): string => {
  let text = raw.replace(bullet, '').replace(/^[\s,;]+|[\s:,;–—-]+$/g, '')
  const quoted = /(?:^|[\s,;:>])(["“'])((?:\\.|(?!\1)[^\\"”])*)["”']\s*$/.exec(text)
  if (quoted && (quoted[1] !== "'" || quoted.index === 0 || /[\s,;:]/.test(text.charAt(quoted.index)))) {
    const inner = cleanNameText(quoted[2] ?? '')
    if (inner) return inner
  }
  text = afterLabel(text).trim()
  if (text.includes('|') || text.includes('\t'))
    text = splitCells(text, text.includes('\t') ? '\t' : '|').findLast(isNameLike) ?? text
  if (text.includes(';')) text = text.slice(text.lastIndexOf(';') + 1)
  text = text.replace(/\([^()]*\)/g, ' ').trim()
  if (text.includes(',')) {
    const parts = text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)
    if (parts.length > 1 && !parts.every(isNameLike)) text = parts.at(-1) ?? ''
    else if (
      parts.length === 2 &&
      speaksFor(local, parts[1] ?? '') &&
      (parts[1] ?? '').includes(' ') &&
      !speaksFor(local, parts[0] ?? '')
    )
      text = parts[1] ?? ''
  }
  const name = cleanNameText(fromSentence(text))
  return /\p{L}/u.test(name) && !/^\S+@\S+\.\S+$/.test(name) ? name : ''
}

/** Name, first or last name in `label: value` parts, as people and programs write them. */
export const labelledName = (parts: readonly string[]): string => {
  let first = ''
  let last = ''
  for (const part of parts) {
    const split = /^[\s{[("']*([\p{L}\p{M}][\p{L}\p{M} _.-]{0,39})["']?\s*[:=]+\s*(.+)$/u.exec(part)
    const kind = split ? kindOf(split[1] ?? '') : undefined
    if (!kind) continue
    const value = cleanNameText((split?.[2] ?? '').replace(/["'}\],]+$/, '').replace(/^["']+/, ''))
    if (!value || value.includes('@')) continue
    if (kind === 'name') return value
    if (kind === 'first') first = value
    if (kind === 'last') last = value
  }
  return [first, last].filter(Boolean).join(' ')
}

const withoutLabel = (cell: string) => cleanNameText(cell.replace(bullet, '').replace(/^[^:=]{1,40}[:=](?=\s*\S)/, ''))

const isHalf = (cell: string) => !cell.includes(' ') || /^\S+ \p{L}\.?$/u.test(cell)

/** The name among cells on one side of the address, of which the one at `near` is the closest. */
const nearestName = (cells: readonly string[], step: 1 | -1, local: string, lastFirst: boolean): string => {
  const found = [...cells.keys()].filter((index) => isNameLike(cells[index] ?? ''))
  const near = step === -1 ? found.at(-1) : found[0]
  if (near === undefined) return ''
  const spoken = found.length > 1 ? found.find((index) => speaksFor(local, cells[index] ?? '')) : undefined
  const at = spoken ?? near
  const cell = cells[at] ?? ''
  for (const beside of [at + step, at - step]) {
    const other = found.includes(beside) ? (cells[beside] ?? '') : ''
    if (!other || !(isHalf(cell) && isHalf(other))) continue
    if (spoken !== undefined && cell.includes(' ') && !speaksFor(local, other)) continue
    return beside < at ? ordered(other, cell, local, lastFirst) : ordered(cell, other, local, lastFirst)
  }
  if (spoken !== undefined || cell.includes(' ')) return cell
  return found.map((index) => cells[index] ?? '').findLast((other) => other.includes(' ')) ?? cell
}

const isProper = (text: string, local: string) =>
  isNameLike(text) &&
  (text.includes(' ')
    ? text.split(' ').every((word) => isCapitalised(word) || word.length < 4) || speaksFor(local, text)
    : speaksFor(local, text))

/** Words beside the address with nothing but a space, dash, colon or brackets between. */
const fromWords = (before: string, after: string, local: string): string => {
  const comment = /^\s*\(([^()]{2,80})\)\s*(.*)$/.exec(after)
  const lead = before.replace(bullet, '').replace(/\s*(?:[-–—:,(]|\bat|\bis)\s*$/i, '')
  const name = cleanNameText(fromSentence(afterLabel(lead).trim()))
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
