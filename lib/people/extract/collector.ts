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
   * Adds who has this address. `findName` is asked where a name is still wanted: a text that says one address over and over
   * is not searched over and over.
   */
  add(email: string, hash: number, findName: () => string): void {
    const number = this.seen.note(email, hash)
    if (number < 0) {
      this.again++
      const name = findName()
      this.people.push(name ? { name, email } : { email })
      return
    }
    const known = this.people[number]
    if (!known || known.name || this.again-- <= 0) return
    const name = findName()
    if (name) known.name = name
  }
}
