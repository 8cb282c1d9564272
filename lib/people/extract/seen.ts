import { giveScratch, takeScratch } from './scratch.ts'

/** Nothing is set up for a text that has no address. */
const none: Int32Array<ArrayBuffer> = new Int32Array()

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
  /** A power of two: twice as many slots as there is room for addresses. */
  private size = 0
  /**
   * First the slots, each a hash and a number plus one, at a place that the hash gives; a number of 0 is free. Behind them, by
   * number, where each address starts and ends.
   */
  private table = none
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
    if (this.count * 2 >= this.size) this.grow()
    const { table, size } = this
    const mask = size * 2 - 1
    let slot = (hash << 1) & mask
    for (let entry = table[slot + 1] ?? 0; entry !== 0; entry = table[slot + 1] ?? 0) {
      if (table[slot] === hash && this.isSame(email || this.text.slice(start, end), entry - 1)) return entry - 1
      slot = (slot + 2) & mask
    }
    const number = this.count++
    table[slot] = hash
    table[slot + 1] = number + 1
    const place = (size + number) * 2
    table[place] = start
    table[place + 1] = end
    if (email) this.written.set(number, email)
    return ~number
  }

  /** All of them as written, in order; asked last. */
  addresses(): string[] {
    const all: string[] = []
    // Room made at once: an array that grows is copied again and again.
    all.length = this.count
    for (let number = 0; number < this.count; number++) all[number] = this.address(number)
    this.end()
    return all
  }

  /** Gives its memory back; it knows of nobody from now on. */
  end(): void {
    giveScratch(this.table)
    this.table = none
    this.size = 0
    this.count = 0
  }

  private address(number: number): string {
    const { table, text, written } = this
    const other = written.size === 0 ? undefined : written.get(number)
    const place = (this.size + number) * 2
    return other ?? text.slice(table[place], table[place + 1])
  }

  private isSame(address: string, number: number): boolean {
    const other = this.address(number)
    return other === address || other.toLowerCase() === address.toLowerCase()
  }

  private grow(): void {
    const { table: old, size: oldSize } = this
    const least = Math.max(256, this.expected * 2, oldSize * 4)
    this.size = 2 ** Math.ceil(Math.log2(least))
    const table = takeScratch(this.size * 3)
    table.set(old.subarray(oldSize * 2), this.size * 2)
    const mask = this.size * 2 - 1
    for (let from = 0; from < oldSize * 2; from += 2) {
      const hash = old[from] ?? 0
      const entry = old[from + 1] ?? 0
      if (entry === 0) continue
      let slot = (hash << 1) & mask
      while (table[slot + 1] !== 0) slot = (slot + 2) & mask
      table[slot] = hash
      table[slot + 1] = entry
    }
    this.table = table
  }
}
