import { after, before, isInsideQuotes } from './boundaries.ts'
import { isFootnote, isWord } from './characters.ts'
import { type DomainEnd, readDomain } from './domain.ts'
import { type Gap, gap } from './gap.ts'
import { hashAddress, hashDomain, join, mix, seed } from './hash.ts'
import { afterSpaceless, backToBracket, type LocalStart, MAX_LOCAL, readLocal } from './local.ts'
import { leadOf } from './trim.ts'
import { isCutBeforeDot, isCutByComment, wholeEnd } from './whole.ts'

/** RFC 5321 §4.5.3.1.3: a path of 256 octets with its angle brackets. */
const MAX_ADDRESS = 254
/** Beyond the end of any text. */
const NOWHERE = 2 ** 30
const QUOTE = 34
const OPEN = 40
const LESS = 60
const GREATER = 62
const AT = 64
const HYPHEN = 45
const DOT = 46
const SLASH = 47
const UNDERSCORE = 95
const SQUARE = 91
const BACKSLASH = 92

/** Letters in lower case, digits and `.+_-` for themselves, 0 for all others. */
const foldedPlain = new Uint8Array(128)
for (const char of 'abcdefghijklmnopqrstuvwxyz0123456789.+_-') {
  foldedPlain[char.charCodeAt(0)] = char.charCodeAt(0)
  if (char >= 'a') foldedPlain[char.toUpperCase().charCodeAt(0)] = char.charCodeAt(0)
}

/** Tab, line feed, comma, semicolon, `<`, `(`, `[`: nothing can be wrong before them. */
const isPlainBefore = (text: string, start: number): boolean => {
  const code = text.charCodeAt(start - 1)
  if (code === 32) return text.charCodeAt(start - 2) !== 92
  return code === 9 || code === 10 || code === 44 || code === 59 || code === 60 || code === 40 || code === 91
}

/** The characters that may follow an address whatever comes after them. */
const closers = new Uint8Array(128)
for (const char of '\t\n\r ;>)]"') closers[char.charCodeAt(0)] = 1

/** `c`, `e`, `o`, `n`, in either case. */
const beginsEnding = (code: number) => {
  const lower = code | 32
  return lower === 99 || lower === 101 || lower === 111 || lower === 110
}

/** One of those, the end, or a comma that no `com`, `edu`, `org` or `net` can follow. */
const isPlainAfter = (text: string, end: number): boolean => {
  if (end === text.length) return true
  const code = text.charCodeAt(end)
  if (code === 44) return !beginsEnding(text.charCodeAt(end + 1))
  if (code === 10 || code === 13) return !isCutBeforeDot(text, end)
  if (code === OPEN) return !isCutByComment(text, end)
  return code < 128 && closers[code] === 1
}

/** `Jane Doe -jane@…`, and a hyphen that begins a line of several: no part of the address, which could begin so by itself. */
const isDash = (text: string, start: number): boolean =>
  text.charCodeAt(start) === HYPHEN &&
  isWord(text, start + 1) &&
  (start === 0 ? text.includes('\n') : /\s/.test(text.charAt(start - 1)))

/** A scheme, user names and hosts up to here: the end of a link. */
const endOfLink = (text: string, from: number): number => {
  let end = from
  while (end < text.length && !/[\s<>"'(),;|[\]]/.test(text.charAt(end))) end++
  return end
}

/**
 * Goes through a text from address to address, once, without going back: time is linear in the text.
 * A token with an `@` that is malformed is passed over whole, never cut down to an address inside it.
 */
export class Scanner {
  /** Of the address last found: first index and index after the last, in the text. */
  start = 0
  end = 0
  /** Where it is to be written otherwise than it stands: without the spaces and comments that may be around its `@`; else ''. */
  written = ''
  /** Of the address, letter case apart. */
  hash = 0
  /** No address so far can be in pieces; watched from where it is set. */
  isWhole = false
  private readonly text: string
  private readonly refused: ((start: number, end: number) => void) | undefined
  private from = 0
  private limit = NOWHERE
  /** The last `@` asked about is the second of `a@b@…`, where nobody asks what was refused. */
  private isChained = false
  /** End of the last address: nothing before it belongs to the next. */
  private floor = 0
  /** The first quotation mark at or after the last place asked about. */
  private quote = -1
  /** The domain of the last address in plain ASCII: the next is likely of the same. */
  private lastDomain = ''
  private lastDomainHash = 0
  private readonly domain: DomainEnd = { end: 0, good: false, wide: false }
  private readonly local: LocalStart = { start: 0, odd: false, wide: false, good: false }
  private readonly gap: Gap = { localEnd: 0, domainStart: 0 }

  /** `refused` hears of tokens that were meant as an address and are none. */
  constructor(text: string, refused?: (start: number, end: number) => void, from = 0) {
    this.text = text
    this.from = from
    this.floor = from
    this.refused = refused
  }

  /** The address as it is written down. */
  get email(): string {
    return this.written || this.text.slice(this.start, this.end)
  }

  /** From now on, only what is between `from` and `to`, as if nothing stood before it. */
  within(from: number, to: number): void {
    this.from = from
    this.floor = from
    this.limit = to
  }

  /** Finds the next address; false when there is none left. */
  next(): boolean {
    for (;;) {
      const at = this.text.indexOf('@', this.from)
      if (at === -1 || at >= this.limit) return false
      this.from = at + 1
      // A run of them is nothing.
      while (this.text.charCodeAt(this.from) === AT) this.from++
      if (this.from > at + 1) continue
      if (!this.readPlain(at)) {
        this.isWhole &&= wholeEnd(this.text, at) !== -1
        if (this.isChained || !this.read(at)) continue
      }
      this.from = this.end
      this.floor = this.end
      return true
    }
  }

  /**
   * The short way for what nearly every address is: plain ASCII between two separators, in a domain met before. False says
   * nothing of others.
   */
  private readPlain(at: number): boolean {
    const { text, floor } = this
    let start = at
    let hash = seed
    let previous = DOT
    this.isChained = false
    for (; start > floor; start--) {
      const code = text.charCodeAt(start - 1)
      const folded = code < 128 ? (foldedPlain[code] ?? 0) : 0
      if (folded === 0) break
      if (folded === DOT && previous === DOT) return false
      hash = mix(hash, folded)
      previous = folded
    }
    this.isChained = start < at && start > floor && text.charCodeAt(start - 1) === AT && !this.refused
    if (this.isChained || at - start > MAX_LOCAL || previous < 48 || previous === UNDERSCORE) return false
    if (start > floor && !isPlainBefore(text, start)) return false
    const end = at + 1 + this.lastDomain.length
    if (this.lastDomain === '' || !text.startsWith(this.lastDomain, at + 1) || !isPlainAfter(text, end)) return false
    if (this.quote < end) this.quote = this.nextQuote(end)
    if (this.quote - end < 80 && isInsideQuotes(text, start, end, floor, this.quote)) return false
    this.start = start
    this.end = end
    this.written = ''
    this.hash = join(hash, this.lastDomainHash)
    return true
  }

  private read(at: number): boolean {
    const { text, floor, domain, local } = this
    const { localEnd, domainStart } = gap(text, at, floor, this.gap)
    readLocal(text, localEnd, floor, local)
    let start = backToBracket(text, local.start, floor)
    const hasBar = start < local.start
    if (hasBar && /^\.|\.\./.test(text.slice(start, localEnd))) return false
    if (
      text.charCodeAt(start) === SLASH &&
      text.charCodeAt(start + 1) === SLASH &&
      /mailto:$/i.test(text.slice(Math.max(floor, start - 7), start))
    )
      start += 2
    // A handle, or an `@` that stands for the word.
    if (start === localEnd) return false
    // `a@b@…`, where nobody asks what was refused.
    if (text.charCodeAt(start - 1) === AT && start > floor && !this.refused) return false
    readDomain(text, domainStart, domain)
    const end = domain.end
    if (local.odd && !hasBar && text.charCodeAt(start) !== QUOTE) {
      const isCommand = text.charCodeAt(start - 1) === BACKSLASH
      const lead = leadOf(text.slice(start, localEnd), start === floor && floor > 0, isCommand)
      if (lead === 'url') return this.skip(end)
      if (lead === 'malformed') return false
      start += lead
    }
    if (isDash(text, start)) start++
    if (local.wide) while (start < localEnd && isFootnote(text.charCodeAt(start))) start++
    if (local.wide && !domain.wide && text.charCodeAt(start - 1) !== LESS) start = afterSpaceless(text, start, localEnd)
    const verdict = before(text, start, floor)
    if (verdict === 'url') return this.skip(end)
    // Underscores and asterisks on both sides are emphasis.
    let next = end
    if (text.charCodeAt(end) === 95 && text.charCodeAt(start) === 95 && !isWord(text, end + 1)) {
      start++
      next++
    }
    // `<j[ane@example.edu>`: of a bracket that is not closed.
    if (text.charCodeAt(start - 1) === SQUARE && text.charCodeAt(end) === GREATER && isWord(text, start - 2))
      return false
    const length = localEnd - start
    const follow = after(text, next, length === 3 && text.startsWith('git', start))
    if (follow === 'url') return this.skip(end)
    const fits = length > 0 && length <= MAX_LOCAL && length + 1 + end - domainStart <= MAX_ADDRESS
    if (!local.good || !domain.good || !fits || verdict !== 'good' || follow !== 'good') {
      if (length > 0 && domainStart - localEnd === 1 && isWord(text, domainStart)) this.refused?.(start, end)
      return false
    }
    if (this.quote < end) this.quote = this.nextQuote(end)
    if (text.charCodeAt(start) !== QUOTE && isInsideQuotes(text, start, end, floor, this.quote)) {
      this.from = this.quote
      return false
    }
    this.start = start
    this.end = end
    if (domainStart - localEnd === 1 && !local.odd && !domain.wide) {
      this.written = ''
      this.lastDomain = text.slice(domainStart, end)
      this.lastDomainHash = hashDomain(text, domainStart, end)
    } else
      this.written = `${plain(text.slice(start, localEnd))}@${text.slice(domainStart, end).replace(/[\u3002\uff61]/g, '.')}`
    this.hash = hashAddress(this.email)
    return true
  }

  private nextQuote(from: number): number {
    let quote = this.text.indexOf('"', from)
    while (quote > 0 && this.text.charCodeAt(quote - 1) === BACKSLASH) quote = this.text.indexOf('"', quote + 1)
    return quote === -1 ? NOWHERE : quote
  }

  /** A link: none of it is an address. */
  private skip(end: number): false {
    this.from = endOfLink(this.text, Math.max(end, this.from))
    return false
  }
}

const plain = (local: string) => local.replaceAll('\u2019', "'").replace(/[\u2010\u2011]/g, '-')
