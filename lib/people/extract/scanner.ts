import { after, before, isInsideQuotes } from './boundaries.ts'
import { isWord } from './characters.ts'
import { type DomainEnd, readDomain } from './domain.ts'
import { type Gap, gap } from './gap.ts'
import { afterSpaceless, type LocalStart, MAX_LOCAL, readLocal } from './local.ts'
import { leadOf } from './trim.ts'

/** RFC 5321 §4.5.3.1.3: a path of 256 octets with its angle brackets. */
const MAX_ADDRESS = 254
const QUOTE = 34
const AT = 64

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
  /** As written; without the spaces and comments that may stand around its `@`. */
  email = ''
  private readonly text: string
  private readonly refused: ((start: number, end: number) => void) | undefined
  private from = 0
  /** End of the last address: nothing before it belongs to the next. */
  private floor = 0
  /** The first quotation mark at or after the last place asked about. */
  private quote = -1
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

  /** Finds the next address; false at the end of the text. */
  next(): boolean {
    for (;;) {
      const at = this.text.indexOf('@', this.from)
      if (at === -1) return false
      this.from = at + 1
      // A run of them is nothing.
      while (this.text.charCodeAt(this.from) === AT) this.from++
      if (this.from > at + 1 || !this.read(at)) continue
      this.from = this.end
      this.floor = this.end
      return true
    }
  }

  private read(at: number): boolean {
    const { text, floor, domain, local } = this
    const { localEnd, domainStart } = gap(text, at, floor, this.gap)
    readLocal(text, localEnd, floor, local)
    let start = local.start
    // A handle, or an `@` that stands for the word.
    if (start === localEnd) return false
    // `a@b@…`, where nobody asks what was refused.
    if (text.charCodeAt(start - 1) === AT && start > floor && !this.refused) return false
    readDomain(text, domainStart, domain)
    const end = domain.end
    if (local.odd && text.charCodeAt(start) !== QUOTE) {
      const lead = leadOf(text.slice(start, localEnd), start === floor && floor > 0)
      if (lead === 'url') return this.skip(end)
      if (lead === 'malformed') return false
      start += lead
    }
    if (local.wide && !domain.wide) start = afterSpaceless(text, start, localEnd)
    const verdict = before(text, start, floor)
    if (verdict === 'url') return this.skip(end)
    // Underscores and asterisks on both sides are emphasis.
    let next = end
    if (text.charCodeAt(end) === 95 && text.charCodeAt(start) === 95 && !isWord(text, end + 1)) {
      start++
      next++
    }
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
    this.email =
      domainStart - localEnd === 1 && !local.odd && !domain.wide
        ? text.slice(start, end)
        : `${plain(text.slice(start, localEnd))}@${text.slice(domainStart, end).replace(/[\u3002\uff61]/g, '.')}`
    return true
  }

  private nextQuote(from: number): number {
    const quote = this.text.indexOf('"', from)
    return quote === -1 ? Number.POSITIVE_INFINITY : quote
  }

  /** A link: none of it is an address. */
  private skip(end: number): false {
    this.from = endOfLink(this.text, Math.max(end, this.from))
    return false
  }
}

const plain = (local: string) => local.replaceAll('\u2019', "'").replace(/[\u2010\u2011]/g, '-')
