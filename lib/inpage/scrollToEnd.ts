/** How long a list is given to draw more rows after it was scrolled, and between two looks at it, in milliseconds. */
const PATIENCE = 3000
const LOOK = 200

export interface Scrolling {
  readonly doc: Document
  /** How many people have been read. */
  readonly count: () => number
  readonly signal: AbortSignal
  /** Rejects with the signal. */
  readonly sleep: (ms: number) => Promise<void>
}

/** What scrolls up and down, and the lists that it may hold. */
const lists = 'table, ul, ol, [role="grid"], [role="table"], [role="list"], .roster-entry, .slick-viewport'

/** The page's own scroller, and every part of it with a list that scrolls by itself. */
const scrollersOf = (doc: Document): Element[] => {
  const found = new Set<Element>()
  if (doc.scrollingElement) found.add(doc.scrollingElement)
  for (const list of doc.querySelectorAll(lists))
    for (let at: Element | null = list; at && !found.has(at); at = at.parentElement) {
      const { overflowY } = doc.defaultView?.getComputedStyle(at) ?? { overflowY: '' }
      if (/auto|scroll/.test(overflowY)) found.add(at)
    }
  return [...found]
}

const few = '[aria-rowcount], .slick-viewport'

/** Lists that draw the rows alone that are to be seen are gone through a screen at a time: others have all of theirs already. */
const drawsFew = (scroller: Element): boolean => scroller.matches(few) || !!scroller.querySelector(few)

/** False where all were at their end. */
const scrollOn = (scrollers: readonly Element[]): boolean => {
  let moved = false
  for (const scroller of scrollers) {
    const before = scroller.scrollTop
    scroller.scrollTop = drawsFew(scroller) ? before + scroller.clientHeight * 0.9 : scroller.scrollHeight
    moved ||= scroller.scrollTop > before
  }
  return moved
}

/**
 * Scrolls a page's lists to their end, as a person would, for as long as people come of it; then back to where they were. It presses
 * nothing. Rejects with the signal.
 */
export const scrollToEnd = async ({ doc, count, signal, sleep }: Scrolling): Promise<void> => {
  const scrollers = scrollersOf(doc)
  const places = scrollers.map(({ scrollTop }) => scrollTop)
  try {
    for (;;) {
      signal.throwIfAborted()
      const before = count()
      const moved = scrollOn(scrollers)
      let waited = 0
      do {
        await sleep(LOOK)
        waited += LOOK
        // A list that is not at its end has shown what it holds here.
      } while (count() <= before && waited < PATIENCE && !(moved && scrollers.some(drawsFew)))
      if (count() <= before && !(moved && scrollers.some(drawsFew))) return
    }
  } finally {
    for (const [index, scroller] of scrollers.entries()) scroller.scrollTop = places[index] ?? 0
  }
}
