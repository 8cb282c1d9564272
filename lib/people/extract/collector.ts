import { Seen } from './seen.ts'

/** Somebody found in a text: the address as written, the name in natural order where the text gives one. */
export interface FoundPerson {
  name?: string
  email: string
}

/** Collects people, each address once whatever its letter case; a name found later for one without is kept. */
export class Collector {
  readonly people: FoundPerson[] = []
  private readonly seen = new Seen()

  /** `email` stands at `start`..`end` of `text`. */
  add(email: string, name: string, text: string, start: number, end: number): void {
    const number = this.seen.note(email, text, start, end)
    if (number < 0) {
      this.people.push(name ? { name, email } : { email })
      return
    }
    const known = this.people[number]
    if (known && name && !known.name) known.name = name
  }
}
