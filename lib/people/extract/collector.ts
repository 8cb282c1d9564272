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
  private readonly seen = new Seen()
  private again = AGAIN

  /**
   * Notes the address that stands at `start`..`end` of `text`. Answers the person where their name is still to be found: a
   * text that says one address over and over is not searched over and over.
   */
  note(email: string, text: string, start: number, end: number): FoundPerson | undefined {
    const number = this.seen.note(email, text, start, end)
    if (number < 0) {
      const person: FoundPerson = { email }
      this.people.push(person)
      this.again++
      return person
    }
    const known = this.people[number]
    return known && !known.name && this.again-- > 0 ? known : undefined
  }
}
