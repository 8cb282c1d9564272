import { giveScratch, takeScratch } from './scratch.ts'

/** Nothing is set up for a text that has no address. */
const none: Int32Array<ArrayBuffer> = new Int32Array()

/** Numbers kept of each address: hash, start, end. */
const ENTRY = 3

/** Three of the 32 bits of a number, or fewer. */
const marksOf = (hash: number): number =>
  (1 << (hash >>> 27)) | (1 << ((hash >>> 22) & 31)) | (1 << ((hash >>> 17) & 31))

/**
 * Which addresses have been seen, letter case apart, with a number for each in order. Hashes that the scanner makes as it
 * reads, and places in the text in place of copies: a Map of lower-case copies takes longer than all the rest of the reading.
 *
 * Most addresses are new, which a small filter over the hashes knows; only where it cannot is the table asked, which then
 * takes in at once all those since it was asked last. One by one, each would wait for memory.
 */
export class Seen {
  /** How many. */
  count = 0
  private text = ''
  /** The first number whose place is in `text`. */
  private placed = 0
  /** Of texts read before, and those written otherwise than they stand, by number. */
  private readonly written = new Map<number, string>()
  /** A power of two, at least twice as many as there are addresses. */
  private slots = 0
  /** The first number that is not in the slots. */
  private pending = 0
  /**
   * First the slots: by hash, a number plus one; 0 is free. Then the filter, a quarter as many numbers, in which each hash has set
   * its marks. Then the entries, by number.
   */
  private table = none
  private readonly expected: number

  /** `expected`: addresses, about; more are taken too. */
  constructor(expected = 0) {
    this.expected = Math.ceil(expected)
  }

  /** Places from now on are in `text`. */
  reading(text: string): void {
    for (let number = this.placed; number < this.count; number++) this.written.set(number, this.address(number))
    this.placed = this.count
    this.text = text
  }

  /** The number of the address at `start`..`end`; the complement (`~number`) when it is new. `email`: as it is to be written, where that is not as it stands. */
  note(start: number, end: number, email: string, hash: number): number {
    if (this.count * 2 >= this.slots) this.grow()
    const { table, slots, count } = this
    const filter = slots + (hash & ((slots >> 2) - 1))
    const known = table[filter] ?? 0
    const marks = marksOf(hash)
    if ((known & marks) === marks) {
      const number = this.find(email || this.text.slice(start, end), hash)
      if (number !== -1) return number
    }
    table[filter] = known | marks
    const entry = this.entry(count)
    table[entry] = hash
    table[entry + 1] = start
    table[entry + 2] = end
    if (email) this.written.set(count, email)
    this.count++
    return ~count
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
    this.slots = 0
    this.count = 0
    this.pending = 0
  }

  private entry(number: number): number {
    return this.slots + (this.slots >> 2) + number * ENTRY
  }

  private address(number: number): string {
    const other = this.written.size === 0 ? undefined : this.written.get(number)
    if (other !== undefined) return other
    const entry = this.entry(number)
    return this.text.slice(this.table[entry + 1], this.table[entry + 2])
  }

  /** The number of an address in the slots, or -1. */
  private find(address: string, hash: number): number {
    this.settle()
    const { table, slots } = this
    const mask = slots - 1
    for (let slot = hash & mask; table[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (table[slot] ?? 0) - 1
      if (table[this.entry(number)] === hash && this.isSame(address, number)) return number
    }
    return -1
  }

  private isSame(address: string, number: number): boolean {
    const other = this.address(number)
    return other === address || other.toLowerCase() === address.toLowerCase()
  }

  /** Takes into the slots what is not in them. */
  private settle(): void {
    const { table, slots, count } = this
    const mask = slots - 1
    let entry = this.entry(this.pending)
    for (let number = this.pending; number < count; number++) {
      let slot = (table[entry] ?? 0) & mask
      while (table[slot] !== 0) slot = (slot + 1) & mask
      table[slot] = number + 1
      entry += ENTRY
    }
    this.pending = count
  }

  private grow(): void {
    const { table: old, count } = this
    const from = this.entry(0)
    const slots = 2 ** Math.ceil(Math.log2(Math.max(256, this.expected * 2, this.slots * 4)))
    const filter = slots >> 2
    const table = takeScratch(slots + filter + (slots >> 1) * ENTRY, slots + filter)
    const entries = old.subarray(from, from + count * ENTRY)
    table.set(entries, slots + filter)
    for (let i = 0; i < entries.length; i += ENTRY) {
      const hash = entries[i] ?? 0
      const word = slots + (hash & (filter - 1))
      table[word] = (table[word] ?? 0) | marksOf(hash)
    }
    giveScratch(old)
    this.table = table
    this.slots = slots
    this.pending = 0
  }
}
