import { Seen } from './seen.ts'

/** Somebody found in a text: the address as written, the name in natural order where the text gives one. */
export interface FoundPerson {
  name?: string
  email: string
}

/** Times, beyond once for each person, that a name is looked for beside an address that was met before. */
const AGAIN = 1000

/** Collects people, each address once whatever its letter case; a name found later for one without is kept. */
export class Collector {
  readonly people: FoundPerson[] = []
  private readonly seen: Seen
  private again = AGAIN

  /** `expected`: people, about. */
  constructor(expected = 0) {
    this.seen = new Seen(expected)
  }

  /**
   * Notes an address. Answers the person's number where their name is still wanted, else -1: a text that says one address
   * over and over is not searched over and over.
   */
  note(email: string, hash: number): number {
    const number = this.seen.note(email, hash)
    if (number < 0) {
      this.again++
      return ~number
    }
    return this.people[number]?.name || this.again-- <= 0 ? -1 : number
  }

  /** Sets down the person whose number `note` answered; a name of '' says nothing. */
  put(number: number, email: string, name: string): void {
    const known = this.people[number]
    if (!known) this.people.push(name ? { name, email } : { email })
    else if (name) known.name = name
  }
}
