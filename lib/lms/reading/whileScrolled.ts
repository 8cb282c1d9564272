import type { ReadContext } from '../adapter.ts'

/** How long a press may take to change a list, in milliseconds. */
const PATIENCE = 10_000

/** A list whose rows are dropped, or become others', as it is scrolled. */
export interface ScrolledList<T> {
  /** Everybody that it has shown, in the order in which they were seen first. */
  readonly all: readonly T[]
  /** What the rows say that are there now. */
  add(rows: Iterable<readonly [Element, T]>): void
  /** Whether rows that went, or became others', did so by scrolling alone: whom it has shown is of the same list then. */
  isSame(): boolean
}

export interface Scrolled<T> extends Pick<ReadContext, 'page' | 'doc' | 'signal'> {
  /** What the list is searched for, where the page shows it. */
  readonly narrowed?: () => string
  /** What tells people apart who are not in view together. */
  readonly idOf: (one: T) => string
}

interface Reading {
  /** Course and address. */
  readonly of: string
  readonly ends: AbortController
  /** When something was pressed last that may choose another list. */
  pressed: number
}

/** The newest reading of each page, which alone watches it. */
const readings = new WeakMap<Document, Reading>()

/**
 * Keeps whom a list has shown. A filter, a tab, an order or another page of it is chosen by a press, or changes the address: after one
 * of these, or where nobody has scrolled, it is another list.
 */
export const whileScrolled = <T extends { readonly name: string }>({
  page,
  doc,
  signal,
  narrowed = () => '',
  idOf,
}: Scrolled<T>): ScrolledList<T> => {
  const all: T[] = []
  /** Where in `all` people of one id are: several, where they were in view together. */
  const known = new Map<string, number[]>()
  /** Where in `all` the person of a row is. */
  let places = new Map<Element, number>()
  const which = () => `${page.courseId} ${doc.URL}`
  const search = narrowed()
  const before = readings.get(doc)
  before?.ends.abort()
  const reading: Reading = {
    of: which(),
    ends: new AbortController(),
    pressed: before?.pressed ?? Number.NEGATIVE_INFINITY,
  }
  // A list may come later than its address: until then, rows of the course before are drawn.
  if (before && before.of !== reading.of) reading.pressed = performance.now()
  readings.set(doc, reading)
  let isScrolled = false

  /** In a row nothing of the kind is chosen; around all of them, the keys scroll. Our own button is none of the page's. */
  const choosesNothing = (pressedAt: Element): boolean => {
    for (let at: Element | null = pressedAt; at; at = at.parentElement) if (places.has(at)) return true
    return pressedAt.localName === 'rollcall-inpage' || [...places.keys()].some((row) => pressedAt.contains(row))
  }

  const until = { capture: true, passive: true, signal: AbortSignal.any([signal, reading.ends.signal]) }
  const onScroll = () => {
    isScrolled = true
  }
  const onPress = ({ target }: Event) => {
    if (!choosesNothing(target as Element)) reading.pressed = performance.now()
  }
  doc.addEventListener('scroll', onScroll, until)
  for (const kind of ['click', 'input', 'change', 'keydown']) doc.addEventListener(kind, onPress, until)

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
    isSame: () =>
      isScrolled && performance.now() - reading.pressed > PATIENCE && which() === reading.of && narrowed() === search,
  }
}
