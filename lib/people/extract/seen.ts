/** Nothing is set up for a text that has no address. */
const none = new Int32Array()

/**
 * Which addresses have been seen, letter case apart, with a number for each in order. A table over hashes that the scanner
 * makes as it reads, and places in the text in place of copies: a Map of lower-case copies takes longer than all the rest of
 * the reading.
 */
export class Seen {
  /** How many. */
  count = 0
  private text = ''
  /** The first number whose place is in `text`. */
  private placed = 0
  /** Of texts read before, and those written otherwise than they stand, by number. */
  private readonly written = new Map<number, string>()
  /** By hash, the number plus one; 0 is free. */
  private slots = none
  /** By number: hash, start, end. */
  private entries = none
  private readonly expected: number

  /** `expected`: addresses, about; more are taken too. */
  constructor(expected = 0) {
    this.expected = expected
  }

  /** Places from now on are in `text`. */
  reading(text: string): void {
    for (let number = this.placed; number < this.count; number++) this.written.set(number, this.address(number))
    this.placed = this.count
    this.text = text
  }

  /** The number of the address at `start`..`end`; the complement (`~number`) when it is new. `email`: as it is to be written, where that is not as it stands. */
  note(start: number, end: number, email: string, hash: number): number {
    if (this.count * 2 >= this.slots.length) this.grow()
    const { slots, entries } = this
    const mask = slots.length - 1
    let slot = hash & mask
    for (let entry = slots[slot] ?? 0; entry !== 0; entry = slots[slot] ?? 0) {
      if (entries[entry * 3 - 3] === hash && this.isSame(email || this.text.slice(start, end), entry - 1))
        return entry - 1
      slot = (slot + 1) & mask
    }
    const number = this.count++
    slots[slot] = number + 1
    entries[number * 3] = hash
    entries[number * 3 + 1] = start
    entries[number * 3 + 2] = end
    if (email) this.written.set(number, email)
    return ~number
  }

  /** All of them as written, in order. */
  addresses(): string[] {
    const all: string[] = []
    // Room made at once: an array that grows is copied again and again.
    all.length = this.count
    for (let number = 0; number < this.count; number++) all[number] = this.address(number)
    return all
  }

  private address(number: number): string {
    const { entries, text, written } = this
    const other = written.size === 0 ? undefined : written.get(number)
    return other ?? text.slice(entries[number * 3 + 1], entries[number * 3 + 2])
  }

  private isSame(address: string, number: number): boolean {
    const other = this.address(number)
    return other === address || other.toLowerCase() === address.toLowerCase()
  }

  private grow(): void {
    const least = Math.max(256, this.expected * 2, this.slots.length * 4)
    const size = 2 ** Math.ceil(Math.log2(least))
    const entries = new Int32Array((size >> 1) * 3)
    entries.set(this.entries)
    this.entries = entries
    this.slots = new Int32Array(size)
    const mask = this.slots.length - 1
    for (let number = 0; number < this.count; number++) {
      let slot = (entries[number * 3] ?? 0) & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = number + 1
    }
  }
}
