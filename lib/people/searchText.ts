const plain = /^[\0-\x7f]*$/

/** Text as it is searched: without case, accents or width, so that "jose" finds "José". */
const searchable = (text: string): string =>
  // Most text has none of it, and is told apart ten times as fast.
  plain.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const wordsOf = (wanted: string): readonly string[] => searchable(wanted).split(/\s+/).filter(Boolean)

/** Whether every word of `wanted` occurs somewhere in `texts`. */
export const matches = (texts: readonly string[], wanted: string): boolean => {
  const words = wordsOf(wanted)
  if (words.length === 0) return true
  const hay = searchable(texts.join('\n'))
  return words.every((word) => hay.includes(word))
}

/**
 * Finds among things that do not change, such as ten thousand rows, once for each key: what is searched in a thing is
 * made ready once, and kept as long as the thing is.
 */
export const createSearch = <Thing extends object>(textsOf: (thing: Thing) => readonly string[]) => {
  const ready = new WeakMap<Thing, string>()
  const hayOf = (thing: Thing): string => {
    const had = ready.get(thing)
    if (had !== undefined) return had
    const hay = searchable(textsOf(thing).join('\n'))
    ready.set(thing, hay)
    return hay
  }
  /** Those in which every word of `wanted` occurs, in the same order; all of them as they are where no word is wanted. */
  return (things: readonly Thing[], wanted: string): readonly Thing[] => {
    const words = wordsOf(wanted)
    if (words.length === 0) return things
    return things.filter((thing) => {
      const hay = hayOf(thing)
      return words.every((word) => hay.includes(word))
    })
  }
}
