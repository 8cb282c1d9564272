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

interface Search<Thing> {
  /** Those in which every word of `wanted` occurs, in the same order; all of them as they are where no word is wanted. */
  (things: readonly Thing[], wanted: string): readonly Thing[]
  /** Does what the first search would have to do: that takes longer than a key should. */
  readonly prepare: (things: readonly Thing[]) => void
}

/**
 * Finds among things that do not change, such as ten thousand rows, again and again: what is searched in a thing is made
 * ready once, and who types on is answered from what was found before.
 */
export const createSearch = <Thing extends object>(textsOf: (thing: Thing) => readonly string[]): Search<Thing> => {
  const ready = new WeakMap<Thing, string>()
  const last = new WeakMap<readonly Thing[], { readonly wanted: string; readonly found: readonly Thing[] }>()
  const hayOf = (thing: Thing): string => {
    const had = ready.get(thing)
    if (had !== undefined) return had
    const hay = searchable(textsOf(thing).join('\n'))
    ready.set(thing, hay)
    return hay
  }
  const searchIn = (things: readonly Thing[], wanted: string) => {
    const words = wordsOf(wanted)
    if (words.length === 0) return things
    const before = last.get(things)
    const among = before && wanted.startsWith(before.wanted) ? before.found : things
    const found = among.filter((thing) => {
      const hay = hayOf(thing)
      return words.every((word) => hay.includes(word))
    })
    last.set(things, { wanted, found })
    return found
  }
  return Object.assign(searchIn, { prepare: (things: readonly Thing[]) => things.forEach(hayOf) })
}
