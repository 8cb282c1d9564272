/**
 * Canvas's throttle, one bucket for each signed-in person (lms/canvas.md §6.8): it drains 10 units a second, is full at
 * 600 and holds 50 units for every request on its way.
 */
export interface Bucket {
  /** Takes the hold for one request; null when the bucket is full. Call the answer with the request's cost at its end. */
  enter(): ((cost: number) => void) | null
  readonly remaining: number
}

const DRAIN_PER_SECOND = 10
const FULL = 600
const HOLD = 50

export const createBucket = (now: () => number): Bucket => {
  let level = 0
  let drainedAt = now()
  const drain = () => {
    const at = now()
    level = Math.max(0, level - ((at - drainedAt) / 1000) * DRAIN_PER_SECOND)
    drainedAt = at
  }
  return {
    enter: () => {
      drain()
      if (level >= FULL) return null
      level += HOLD
      return (cost) => {
        drain()
        level = Math.max(0, level - HOLD + cost)
      }
    },
    get remaining() {
      drain()
      return Math.max(0, FULL - level)
    },
  }
}
