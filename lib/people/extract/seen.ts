/**
 * Which addresses have been seen, letter case apart, with a number for each in order. A table over hashes that the scanner
 * makes as it reads: a Map of lower-case copies takes longer than all the rest of the reading.
 */
export class Seen {
  /** Addresses by their number. */
  readonly addresses: string[] = []
  /** By hash, the number plus one; 0 is free. */
  private slots: Int32Array
  /** By number. */
  private hashes: Int32Array

  /** `expected`: addresses, about; more are taken too. */
  constructor(expected = 0) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(256, expected * 2)))
    this.slots = new Int32Array(size)
    this.hashes = new Int32Array(size >> 1)
  }

  /** The number of `address`; the complement (`~number`) when it is new. */
  note(address: string, hash: number): number {
    const mask = this.slots.length - 1
    let slot = hash & mask
    for (let entry = this.slots[slot] ?? 0; entry !== 0; entry = this.slots[slot] ?? 0) {
      if (this.hashes[entry - 1] === hash && this.isSame(address, entry - 1)) return entry - 1
      slot = (slot + 1) & mask
    }
    const number = this.addresses.length
    this.addresses.push(address)
    this.slots[slot] = number + 1
    this.hashes[number] = hash
    if ((number + 1) * 2 >= this.slots.length) this.grow()
    return ~number
  }

  private isSame(address: string, number: number): boolean {
    const other = this.addresses[number]
    return other === address || other?.toLowerCase() === address.toLowerCase()
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 4)
    hashes.set(this.hashes)
    this.hashes = hashes
    this.slots = new Int32Array(this.slots.length * 4)
    const mask = this.slots.length - 1
    for (let number = 0; number < this.addresses.length; number++) {
      let slot = (hashes[number] ?? 0) & mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask
      this.slots[slot] = number + 1
    }
  }
}
