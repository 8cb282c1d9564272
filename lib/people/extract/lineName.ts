import { splitCells } from './cells.ts'
import { isWholeName, ordered, speaksFor } from './evidence.ts'
import { labelledName } from './labels.ts'
import { isCapitalised, isLikeRole, isNameLike, isOrganisation, isParticle } from './nameLike.ts'
import { cleanNameText } from './nameText.ts'
import { isPost } from './offices.ts'
import { afterLabel, endOfSentence, quotedTail, withoutBullet, withoutVerb } from './phrase.ts'
import { fromWords, isProper, isSaid, spokenIn, withoutEdges } from './words.ts'

/** A cell without its label, and without an open bracket and what stands before it: `VALUES ('Jane Doe'`. */
const withoutLabel = (cell: string) =>
  cleanNameText(
    withoutBullet(cell)
      .replace(/^[^:=]{1,40}[:=](?=\s*\S)/, '')
      .replace(/^.{0,80}\((?=[^()]*$)/, ''),
  )

/** `van den Berg`, `Ó Briain`, `St. John`. */
const isFamily = (cell: string) =>
  /^(?:\S+ ){1,2}\S+$/.test(cell) &&
  (isParticle(cell.slice(0, cell.indexOf(' ')).toLowerCase()) || /^(?:[OÓ]|Uí|Ní|Nic|Ma?c|St\.?|San|Santa) /.test(cell))

/** Could be one half of a name: a word, one with an initial, or a family name of several. */
const isHalf = (cell: string) => !cell.includes(' ') || /^\S+ \p{L}\.?$/u.test(cell) || isFamily(cell)

const letters = /\p{L}+/gu
const hasCapital = (text: string) => /\p{Lu}|\p{Lt}|\p{Lo}/u.test(text)

/** Halves of more words, where the address holds of both: `Mary Jane`, `Watson`. */
const areHalves = (one: string, two: string, local: string): boolean => {
  const words = one.match(letters)
  return speaksFor(local, one) && speaksFor(local, two) && !two.match(letters)?.some((word) => words?.includes(word))
}

/** Jane Guest is called so where her address says so. */
const isAlike = (cell: string, local: string) =>
  (isNameLike(cell) || (isLikeRole(cell) && speaksFor(local, cell))) && !isPost(cell)

/** The name among cells on one side of the address, of which the one at `near` is the closest. */
const nearestName = (cells: readonly string[], step: 1 | -1, local: string, lastFirst: boolean): string => {
  const alike = [...cells.keys()].filter((index) => isAlike(cells[index] ?? '', local))
  // A login beside the name is not of it.
  const others = alike.filter((index) => cells[index] !== local)
  const found = others.length > 1 || cells[others[0] ?? -1]?.includes(' ') ? others : alike
  const people = found.filter((index) => !isOrganisation(cells[index] ?? ''))
  const near = step === -1 ? (people.at(-1) ?? found.at(-1)) : (people[0] ?? found[0])
  if (near === undefined) return ''
  const speaks = (index: number) => speaksFor(local, cells[index] ?? '')
  const spoken = found.length < 2 ? undefined : step === -1 ? found.findLast(speaks) : found.find(speaks)
  const at = spoken ?? near
  const cell = cells[at] ?? ''
  for (const beside of [at + step, at - step]) {
    const other = found.includes(beside) ? (cells[beside] ?? '') : ''
    const isPair = (isHalf(cell) && isHalf(other)) || (spoken !== undefined && areHalves(cell, other, local))
    if (!other || !isPair || hasCapital(cell) !== hasCapital(other)) continue
    if (spoken !== undefined && /\s\S{3}/.test(cell) && !isFamily(cell) && !speaksFor(local, other)) continue
    return beside < at ? ordered(other, cell, local, lastFirst) : ordered(cell, other, local, lastFirst)
  }
  if (spoken !== undefined || cell.includes(' ')) return cell
  return found.map((index) => cells[index] ?? '').findLast((other) => other.includes(' ')) ?? cell
}

const delimiterOf = (line: string): string | undefined =>
  ['\t', '|', ';', ','].find((delimiter) => line.includes(delimiter))

/** Is the address part of a sentence? Then a name must be spoken for. */
const isSentence = (own: string) => (own.match(/(?:^|\s)\p{Ll}+(?=\s)/gu)?.length ?? 0) > 1

/** Could a cell in a line with others be a name? One in lower case must be spoken for. */
const isCandidate = (cell: string, local: string) =>
  (/\p{Lu}|\p{Lo}/u.test(cell) && !isSaid(cell)) || speaksFor(local, cell)
/** `, Rick Roe <`, `, Rick Roe:`: the rest of a list of mailboxes, of which the next is somebody else's. */
const nextMailbox = /[,;].*<\s*$|[,;][^,;:<]{0,80}(?::| [-–—])\s*$/

/** `Doe, Jane` with the address right behind. */
const commaName = (left: readonly string[], own: string, local: string): string => {
  const [last = ''] = left.map((text) => withoutEdges(withoutLabel(text)))
  const first = withoutEdges(cleanNameText(own))
  if (left.length !== 1 || !isNameLike(last) || !isNameLike(first) || first.split(' ').length > 3) return ''
  if (!isCapitalised(first) || isWholeName(last, first, local)) return ''
  return isCapitalised(endOfSentence(last)) && last.split(' ').length < 4
    ? `${first} ${withoutEdges(endOfSentence(last))}`
    : ''
}

/** The two sides of an address in quotes of its own, without them: `"Doe","jane@example.edu","Jane"`. */
const withoutOwnQuotes = (before: string, after: string): [string, string] => {
  const open = /(["'`])\s*$/.exec(before)
  return open && after.startsWith(open[1] ?? '') ? [before.slice(0, open.index), after.slice(1)] : [before, after]
}

/** A comment behind the address that holds what separates cells: `(Doe, Jane)`, `(Jane Doe - Biology)`. */
const commentName = (after: string, local: string): string => {
  const [, raw = ''] = /^\s{0,8}\(((?:[^()]|\([^()]{0,80}\)){2,80})\)/.exec(after) ?? []
  if (!/[,;\t|]|=\?| [-–—] /.test(raw)) return ''
  const name = cleanNameText(raw)
  return raw.includes('=?') || isProper(name.replace(/ [-–—] /g, ' '), local) ? name : ''
}

/** `Jane Doe (Biology, jane@…)`: the name before a bracket that the address shares with what else is said of her. */
const bracketedName = (before: string, after: string, local: string): string => {
  const [, outer = '', inner = ''] = /^([^(),;]{3,120}?)\s\(([^()]{1,80}?)[,;:–—-]\s{0,8}$/.exec(before) ?? []
  if (!outer || !/^\s{0,8}\)/.test(after)) return ''
  const name = withoutEdges(cleanNameText(endOfSentence(afterLabel(withoutBullet(outer)).trim())))
  if (!name.includes(' ') || !isProper(name, local)) return ''
  return speaksFor(local, name) || !speaksFor(local, inner) ? name : ''
}

/** `Staff:;`, a group of nobody (RFC 5322 §3.4). */
const emptyGroup = /[^,;:\n]{1,60}:\s{0,8};/g

/** `Staff: jane@…, joe@…;`: does the label name a group? A name stands before one address, or is spoken for. */
const isGroup = (before: string, after: string, local: string): boolean => {
  const [, label = ''] = /([^,;:]{1,60}):\s{0,8}$/.exec(before) ?? []
  return label !== '' && /^\s{0,8}(?:,\s*$|;\s*,)/.test(after) && !speaksFor(local, label)
}

/** Name for an address that stands bare in its line. `lead`, `tail`: the line up to the neighbouring addresses. */
export const lineName = (lead: string, tail: string, local: string): string => {
  const [before, after] = withoutOwnQuotes(
    (lead.includes(':') ? lead.replace(emptyGroup, ';') : lead).replace(/[、،]/g, ',').replaceAll('؛', ';'),
    tail.replace(/[、،]/g, ',').replace(nextMailbox, ''),
  )
  const quoted = quotedTail(before.trimEnd())
  if (quoted && before.charAt(quoted.open) === '"') {
    const name = cleanNameText(quoted.inner)
    if (/\p{L}/u.test(name) && !name.includes('@')) return name
  }
  const outer = bracketedName(before, after, local)
  if (outer) return outer
  const comment = commentName(after, local)
  if (comment || isGroup(before, after, local)) return comment
  const delimiter = delimiterOf(before) ?? delimiterOf(after)
  if (!delimiter) return labelledName([before, after]) || fromWords(before, after, local)
  const left = splitCells(before, delimiter)
  // Where commas are between cells, a semicolon ends the row.
  const right = splitCells(delimiter === ',' ? after.replace(/;.*$/, '') : after, delimiter)
  const named = labelledName([...left, ...right])
  if (named) return named
  const ownBefore = left.pop() ?? ''
  const joined = delimiter === ',' && ownBefore ? commaName(left, ownBefore, local) : ''
  if (joined) return joined
  const own = fromWords(ownBefore, right.shift() ?? '', local)
  if (own) return own
  const lastFirst = delimiter === ',' && /,\s/.test(before + after)
  const cell = (text: string) => {
    // `ROLE=REQ-PARTICIPANT`: a label that is none of a name.
    if (/^\s*[A-Z][A-Z-]*=/.test(text)) return ''
    const name = withoutLabel(text)
    if (!isCandidate(name, local)) return ''
    const words = withoutEdges(name)
    // `BIO 101`
    return words === name || words.includes(' ') || !/\d/.test(name) || speaksFor(local, words) ? words : ''
  }
  const name =
    nearestName(
      left.map((text, index) => cell(index === 0 ? withoutVerb(endOfSentence(text)) : text)),
      -1,
      local,
      lastFirst,
    ) || nearestName(right.map(cell), 1, local, lastFirst)
  if (speaksFor(local, name)) return name
  // `Jane Doe at Example University, jane@…`
  return spokenIn(before, local) || (isSentence(`${ownBefore} `) ? '' : name)
}
