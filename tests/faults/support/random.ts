/** Chance that can be had again: the same seed gives the same numbers. */
interface Chance {
  readonly seed: number
  /** A whole number, both ends included. */
  between(low: number, high: number): number
}

/** `FAULTS_SEED` repeats an earlier run; its seed is in the line that the run printed. */
export const chance = (seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000)): Chance => {
  let state = seed >>> 0
  // Mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return { seed, between: (low, high) => low + Math.floor(next() * (high - low + 1)) }
}
