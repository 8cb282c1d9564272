import type { Collector } from './collector.ts'
import { localOf, speaksFor } from './evidence.ts'
import { lineName } from './lineName.ts'
import { nameNearby } from './nearby.ts'
import { phraseName, timeOfDay } from './phrase.ts'
import { isBare, quickName } from './quick.ts'
import { findHeader, type Header } from './rows.ts'
import { Scanner } from './scanner.ts'
import { isProper } from './words.ts'

/** How much of a line on either side of an address is looked at: longer lines are no rows. */
const REACH = 1000

const opens = /[<([{【〔「『《〈‹«]\s{0,8}["']?(?:mailto:\s{0,8}|@[^<>:]{1,100}:\s{0,8})?$/i
const closes = /^\.?["']?\s{0,8}(?:\([^()]{0,80}\)\s{0,8}|"[^"]{0,80}"\s{0,8})?[>)\]}】〕」』》〉›»]/
/** A bracket that is never closed, or only behind the same address as a link: `<jane@…<mailto:jane@…>>`. */
const leftOpen = /^\s{0,8}(?:[,;]|$|<mailto:$)/i
/** Left over from the address before. */
const leftOver = /^\s{0,8}[>)\]}】〕」』》〉›»]\s{0,8}/
/** A comment behind the address before, which it names: `<jane@…> (Jane Doe), <`. */
const ownComment = /^\s{0,8}\([^()]{0,80}\)\s{0,8}(?=[,;])/

/** `, "Rick Roe" ` before the next address, of which that is the name. */
const nextQuoted = /[,;]\s{0,8}"[^"]{1,80}"\s{0,8}$/

/** Which side of its address a name was found on; where several share a line, the next is looked for on the same. */
interface Place {
  readonly name: string
  readonly follows: boolean
  /** It stood in a line below. */
  readonly isBelow: boolean
}
const nowhere: Place = { name: '', follows: false, isBelow: false }

/**
 * The name for the address at `start`..`end`; `from` and `to` bound what belongs to no other address. `follows`: in this line
 * names come after their addresses.
 */
const nameAround = (
  text: string,
  from: number,
  start: number,
  end: number,
  to: number,
  email: string,
  { follows, isBelow }: Place,
): Place => {
  const local = localOf(email)
  const head = text.slice(Math.max(from, start - REACH), start)
  const tail = text.slice(end, Math.min(to, end + REACH))
  const lineStart = head.lastIndexOf('\n') + 1
  const newline = tail.indexOf('\n')
  const rest = head.slice(lineStart).replace(leftOver, '')
  const line = lineStart === 0 && from > 0 ? rest.replace(ownComment, '') : rest
  const after = newline === -1 ? (to < text.length ? tail.replace(nextQuoted, '') : tail) : tail.slice(0, newline)
  const wrapped = lineStart > 0 ? wrappedLine(head.slice(0, lineStart - 1), line, after) : ''
  const before = wrapped ? `${wrapped} <` : line
  const bracket = opens.exec(before)
  const isAngle = bracket !== null && before.charAt(bracket.index) === '<'
  const isOpened = bracket !== null && (closes.test(after) || (isAngle && leftOpen.test(after)))
  // `jane the second <jane@…>` and nothing else is a mailbox, whatever words are in it.
  const isAlone = from === 0 && lineStart === 0 && isAngle && /^>\s*$/.test(tail)
  const phrase = isOpened ? phraseName(before.slice(0, bracket.index), local, { isAngle, isAlone }, isProper) : ''
  if (phrase) return { ...nowhere, name: phrase }
  const name = lineName(follows && lineStart === 0 ? '' : before.replace(/\bmailto:\s*$/i, ''), after, local)
  const own = { name, follows: newline === -1 && !hasWords(before), isBelow: false }
  if (name && (name.includes(' ') || lineStart === 0 || speaksFor(local, name))) return own
  const nearby = nameNearby(
    head.slice(0, lineStart),
    name ? '' : before,
    newline === -1 ? '' : tail.slice(newline),
    local,
    isBelow,
  )
  // `Biology, jdoe@…` below `Jane Doe`
  const isBetter = !name || (nearby.name.includes(' ') && speaksFor(local, nearby.name))
  return isBetter ? { ...nearby, follows: false } : own
}

/** `On 5 Jan 2026 at 9:00, Jane Doe⏎<jane@…> wrote:`: the line before, where it is of the same sentence. */
const wrappedLine = (above: string, before: string, after: string): string => {
  if (!/^[\s>]{0,8}<$/.test(before) || !/^>[^\n]{0,40}:\s*$/.test(after)) return ''
  const line = above.slice(above.lastIndexOf('\n') + 1).replace(/^[\s>]{0,8}/, '')
  return timeOfDay.test(line) ? line : ''
}

const hasWords = (text: string) => /\p{L}/u.test(text)

/**
 * People in text from `begin` on that is no table with a header: mail headers, lists, sentences, blocks of lines. Stops below a
 * table's header and answers it.
 */
export const readLines = (text: string, begin: number, into: Collector): Header | undefined => {
  const scanner = new Scanner(text, undefined, begin)
  let from = begin
  let place = nowhere
  /** The first from `from` on. */
  let lineBreak = text.indexOf('\n', begin)
  let more = scanner.next()
  while (more) {
    const { start, end } = scanner
    const isNewLine = lineBreak !== -1 && lineBreak < start
    const nextBreak = isNewLine ? text.indexOf('\n', lineBreak + 1) : lineBreak
    // A header takes a whole line between this address and the one before.
    const isApart = isNewLine && (from === 0 || (nextBreak !== -1 && nextBreak < start))
    const header = isApart ? findHeader(text, from, start) : undefined
    if (header) return header
    const number = into.note(scanner)
    const email = number === -1 ? '' : scanner.email
    more = scanner.next()
    const to = more ? scanner.start : text.length
    const quick = number === -1 || place.follows ? undefined : quickName(text, from, start, end, email)
    if (quick) {
      place = nowhere
      into.put(number, email, quick)
    } else if (number !== -1) {
      const bare = isBare(text, from, start, end, to)
      place = bare ? nowhere : nameAround(text, from, start, end, to, email, place)
      into.put(number, email, place.name)
    }
    from = end
    lineBreak = nextBreak !== -1 && nextBreak < end ? text.indexOf('\n', end) : nextBreak
  }
  return undefined
}
