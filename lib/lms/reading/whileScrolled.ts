import type { ReadContext } from '../adapter.ts'

/** How long a press may take to change a list, in milliseconds. */
const PATIENCE = 10_000

/** How long words that change are gathered before they are told of, in milliseconds. */
const GATHER = 150

/** A list whose rows are dropped, or become others', as it is scrolled. */
export interface ScrolledList<T> {
  /** Everybody that it has shown, in the order in which they were seen first. */
  readonly all: readonly T[]
  /** What the rows say that are there now. */
  add(rows: Iterable<readonly [Element, T]>): void
  /** Whether rows that went, or became others', did so by scrolling alone: whom it has shown is of the same list then. */
  isSame(): boolean
  /** Whether words in rows were put in the place of others since this was asked last: nothing comes or goes with them. */
  hasNewWords(): boolean
}

/** A list that is there, for whoever scrolls it. */
export interface ListInView {
  /** How many it has shown. */
  count(): number
  /** The rows that were read last. */
  rows(): Iterable<Element>
  /** False for as long as a press may still make it another list. */
  isSettled(): boolean
  /** Reads what the rows say now, where it is still the same list. */
  look(): Promise<void>
}

export interface Scrolled<T> extends Pick<ReadContext, 'page' | 'doc' | 'signal' | 'sleep' | 'onChange'> {
  /** What the list is searched for, where the page shows it. */
  readonly narrowed?: () => string
  /** What tells people apart who are not in view together. */
  readonly idOf: (one: T) => string
  /** Reads the rows that are there and adds them; of lists whose rows may be drawn only while they are to be seen. */
  readonly look?: () => Promise<void>
}

interface Reading {
  /** Course and address. */
  readonly of: string
  readonly ends: AbortController
  /** When something was pressed last that may choose another list. */
  pressed: number
  readonly inView: ListInView | undefined
}

/** The newest reading of each page, which alone watches it. */
const readings = new WeakMap<Document, Reading>()

/** The list of a page that has to be looked at place by place, where it was read and the address is still its own. */
export const listInView = (doc: Document): ListInView | undefined => {
  const reading = readings.get(doc)
  return reading?.of.endsWith(` ${doc.URL}`) ? reading.inView : undefined
}

/**
 * Keeps whom a list has shown. A filter, a tab, an order or another page of it is chosen by a press, or changes the address: after one
 * of these, or where nobody has scrolled, it is another list.
 */
export const whileScrolled = <T extends { readonly name: string }>({
  page,
  doc,
  signal,
  sleep,
  onChange,
  narrowed = () => '',
  idOf,
  look,
}: Scrolled<T>): ScrolledList<T> => {
  const all: T[] = []
  /** Where in `all` people of one id are: several, where they were in view together. */
  const known = new Map<string, number[]>()
  /** Where in `all` the person of a row is. */
  let places = new Map<Element, number>()
  /** Every row that was somebody's: one may be nobody's until the words of another are there. */
  const rowsSeen = new WeakSet<Element>()
  const which = () => `${page.courseId} ${doc.URL}`
  const search = narrowed()
  const before = readings.get(doc)
  before?.ends.abort()
  const reading: Reading = {
    of: which(),
    ends: new AbortController(),
    pressed: before?.pressed ?? Number.NEGATIVE_INFINITY,
    inView: look && {
      count: () => all.length,
      rows: () => places.keys(),
      isSettled: () => isSettled(),
      look: async () => {
        if (!isSame()) return
        hasNewWords()
        const shown = all.length
        await look()
        if (all.length > shown) say([...places.keys()].slice(-1))
      },
    },
  }
  // A list may come later than its address: until then, rows of the course before are drawn.
  if (before && before.of !== reading.of) reading.pressed = performance.now()
  readings.set(doc, reading)
  let isScrolled = false
  const isSettled = () => performance.now() - reading.pressed > PATIENCE
  const isSame = () => isScrolled && isSettled() && which() === reading.of && narrowed() === search

  const isInRow = (element: Element): boolean => {
    for (let at: Element | null = element; at; at = at.parentElement) if (rowsSeen.has(at)) return true
    return false
  }

  /** In a row nothing of the kind is chosen; around all of them, the keys scroll. Our own button is none of the page's. */
  const choosesNothing = (pressedAt: Element): boolean =>
    isInRow(pressedAt) ||
    pressedAt.localName === 'rollcall-inpage' ||
    [...places.keys()].some((row) => pressedAt.contains(row))

  const ends = AbortSignal.any([signal, reading.ends.signal])
  const until = { capture: true, passive: true, signal: ends }
  const onScroll = () => {
    isScrolled = true
  }
  const onPress = ({ target }: Event) => {
    if (!choosesNothing(target as Element)) reading.pressed = performance.now()
  }
  doc.addEventListener('scroll', onScroll, until)
  for (const kind of ['click', 'input', 'change', 'keydown']) doc.addEventListener(kind, onPress, until)

  /** What changed and was not told of yet. */
  const changed = new Set<Element>()
  const tell = async () => {
    await sleep(GATHER)
    const came = [...changed]
    changed.clear()
    if (!ends.aborted) onChange?.({ came, went: [] })
  }
  const say = (elements: readonly Element[]) => {
    const isTelling = changed.size > 0
    for (const element of elements) changed.add(element)
    // Without its sleep the reading is over.
    if (!isTelling && changed.size > 0) tell().catch(() => undefined)
  }
  let isWorded = false
  const note = (records: readonly MutationRecord[]) => {
    const inRows = records.flatMap(({ target }) => target.parentElement ?? []).filter(isInRow)
    isWorded ||= inRows.length > 0
    say(inRows)
  }
  const words = new MutationObserver(note)
  words.observe(doc, { characterData: true, subtree: true })
  ends.addEventListener('abort', () => words.disconnect())
  const hasNewWords = () => {
    note(words.takeRecords())
    const has = isWorded
    isWorded = false
    return has
  }

  return {
    all,
    add: (rows) => {
      const now = new Map<Element, number>()
      const taken = new Set<number>()
      const put = (row: Element, one: T, at: number) => {
        const id = idOf(one)
        const said = all[at]
        if (!said || idOf(said) !== id) {
          const several = known.get(id)
          if (several) several.push(at)
          else known.set(id, [at])
        }
        all[at] = one
        now.set(row, at)
        rowsSeen.add(row)
        taken.add(at)
      }
      /** How many of each id have been looked at. */
      const looked = new Map<string, number>()
      const placeOf = (id: string): number => {
        const several = known.get(id) ?? []
        for (let next = looked.get(id) ?? 0; next < several.length; next++) {
          looked.set(id, next + 1)
          const at = several[next] ?? all.length
          const said = all[at]
          if (said && !taken.has(at) && idOf(said) === id) return at
        }
        return all.length
      }
      const others: (readonly [Element, T])[] = []
      // A row of the same name is the same person's, whatever else it says by now.
      for (const [row, one] of rows) {
        const at = places.get(row)
        if (at !== undefined && all[at]?.name === one.name) put(row, one, at)
        else others.push([row, one])
      }
      for (const [row, one] of others) put(row, one, placeOf(idOf(one)))
      places = now
    },
    isSame,
    hasNewWords,
  }
}
