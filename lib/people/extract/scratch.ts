type Numbers = Int32Array<ArrayBuffer>

/** The most numbers kept between readings: those for 250,000 addresses. */
const MOST = 1_500_000
let spare: Numbers = new Int32Array()

/**
 * Memory that an earlier reading gave back, where there is some: the system takes its time over fresh memory. The first
 * `cleared` numbers are 0.
 */
export const takeScratch = (length: number, cleared: number): Numbers => {
  if (spare.length < length) return new Int32Array(length)
  const taken = spare.subarray(0, length).fill(0, 0, cleared)
  spare = new Int32Array()
  return taken
}

/** Gives back what nobody looks at any more. */
export const giveScratch = (numbers: Numbers): void => {
  const all = numbers.buffer.byteLength / numbers.BYTES_PER_ELEMENT
  if (all > spare.length && all <= MOST) spare = new Int32Array(numbers.buffer)
}
