import { Seen } from './seen.ts'

/** Somebody found in a text: the address as written, the name in natural order where the text gives one. */
export interface FoundPerson {
  name?: string
  email: string
}

/** Where an address stands, and what the table of those seen needs. */
interface Place {
  readonly start: number
  readonly end: number
  readonly written: string
  readonly hash: number
}

/** Times, beyond once for each person, that a name is looked for beside an address that was met before. */
const AGAIN = 1000

const MOST_ROOM = 2_000_000

/** Collects people, each address once whatever its letter case; a name found later for one without is kept. */
export class Collector {
  private readonly found: FoundPerson[] = []
  private readonly expected: number
  private count = 0
  private readonly seen: Seen
  private again = AGAIN

  /** `expected`: people, about. */
  constructor(expected = 0) {
    this.seen = new Seen(expected)
    this.expected = expected
  }

  /** Everybody; asked last. */
  people(): FoundPerson[] {
    this.seen.end()
    this.found.length = this.count
    return this.found
  }

  /** Places from now on are in `text`. */
  reading(text: string): void {
    this.seen.reading(text)
  }

  /**
   * Notes an address. Answers the person's number where their name is still wanted, else -1: a text that says one address
   * over and over is not searched over and over.
   */
  note({ start, end, written, hash }: Place): number {
    const number = this.seen.note(start, end, written, hash)
    if (number < 0) {
      this.again++
      return ~number
    }
    return this.found[number]?.name || this.again-- <= 0 ? -1 : number
  }

  /** Sets down the person whose number `note` answered; a name of '' says nothing. */
  put(number: number, email: string, name: string): void {
    const known = this.found[number]
    // Room made at once: an array that grows is copied again and again.
    if (this.count === 0) this.found.length = Math.min(Math.ceil(this.expected), MOST_ROOM)
    if (!known) this.found[this.count++] = name ? { name, email } : { email }
    else if (name) known.name = name
  }
}
