/** Somebody found in a text: the address as written, the name in natural order where the text gives one. */
export interface FoundPerson {
  name?: string
  email: string
}

/** Collects people, each address once whatever its letter case; a name found later for one without is kept. */
export class Collector {
  readonly people: FoundPerson[] = []
  private readonly byAddress = new Map<string, FoundPerson>()

  add(email: string, name: string): void {
    const key = email.toLowerCase()
    const known = this.byAddress.get(key)
    if (known) {
      if (name && !known.name) known.name = name
      return
    }
    const person: FoundPerson = name ? { name, email } : { email }
    this.byAddress.set(key, person)
    this.people.push(person)
  }
}
