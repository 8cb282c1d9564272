/** The most that is kept between readings: 200,000 addresses' worth. */
const MOST = 3 * 2 ** 19
const none: Int32Array<ArrayBuffer> = new Int32Array()
let spare = none

/** Numbers, all 0, of memory that an earlier reading gave back where there is some: the system takes its time over fresh memory. */
export const takeScratch = (length: number): Int32Array<ArrayBuffer> => {
  if (spare.length < length) return new Int32Array(length)
  const taken = spare.subarray(0, length).fill(0)
  spare = none
  return taken
}

/** Gives back what nobody looks at any more. */
export const giveScratch = (numbers: Int32Array<ArrayBuffer>): void => {
  if (numbers.length > 0 && numbers.length <= MOST) spare = new Int32Array(numbers.buffer)
}
