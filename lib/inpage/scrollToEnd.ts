import { type ListInView, listInView } from '../lms/reading/whileScrolled.ts'
import type { RosterState } from '../lms/roster.ts'
import { LOOK, PATIENCE } from './patience.ts'
import { scrollAtOnce } from './scrollAtOnce.ts'
import { scrollThrough } from './scrollThrough.ts'

export interface Scrolling {
  readonly doc: Document
  /** What has been read. */
  readonly state: () => RosterState
  readonly signal: AbortSignal
  /** Rejects with the signal. */
  readonly sleep: (ms: number) => Promise<void>
}

/** What scrolls up and down, and the lists that it may hold. */
const lists = 'table, ul, ol, [role="grid"], [role="table"], [role="list"], .roster-entry, .slick-viewport'

const isScroller = (element: Element): boolean => {
  const { overflowY } = element.ownerDocument.defaultView?.getComputedStyle(element) ?? { overflowY: '' }
  return /auto|scroll/.test(overflowY)
}

/** The page's own scroller, and every part of it with a list that scrolls by itself. */
const scrollersOf = (doc: Document): Element[] => {
  const found = new Set<Element>()
  if (doc.scrollingElement) found.add(doc.scrollingElement)
  for (const list of doc.querySelectorAll(lists))
    for (let at: Element | null = list; at && !found.has(at); at = at.parentElement) if (isScroller(at)) found.add(at)
  return [...found]
}

/** What scrolls rows of a list, the innermost first. */
const scrollersAround = (doc: Document, [row]: Iterable<Element>): Element[] => {
  const found = new Set<Element>()
  for (let at: Element | null = row?.isConnected ? row : null; at; at = at.parentElement)
    if (isScroller(at)) found.add(at)
  if (doc.scrollingElement) found.add(doc.scrollingElement)
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

/** Scrolls to the end of what is there, for as long as people come of it. */
const scrollAsTheyCome = async (scrollers: readonly Element[], { state, signal, sleep }: Scrolling): Promise<void> => {
  const count = () => {
    const now = state()
    return now.kind === 'ready' ? now.roster.people.length : 0
  }
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
}

/** A list whose rows may become others' or go, once no press may make it another any more. */
const settledList = async ({ doc, sleep }: Scrolling): Promise<ListInView | undefined> => {
  for (;;) {
    const list = listInView(doc)
    if (!list || list.isSettled()) return list
    await sleep(LOOK)
  }
}

const scrollPlaceByPlace = async (scrollers: readonly Element[], list: ListInView, { doc, sleep }: Scrolling) => {
  const look = async () => {
    await sleep(LOOK)
    await list.look()
    // What was gone through of the one before says nothing of this one.
    if (listInView(doc) !== list) throw new Error('The list became another.')
  }
  await scrollThrough({ scrollers, list, look })
}

/**
 * Scrolls a page's lists to their end, as a person would; then back to where they were. It presses nothing. Rejects with the signal, or
 * when the list becomes another meanwhile.
 */
export const scrollToEnd = async (scrolling: Scrolling): Promise<'end'> => {
  const { doc } = scrolling
  const list = await settledList(scrolling)
  const scrollers = list ? scrollersAround(doc, list.rows()) : scrollersOf(doc)
  const places = scrollers.map(({ scrollTop }) => scrollTop)
  try {
    await (list ? scrollPlaceByPlace(scrollers, list, scrolling) : scrollAsTheyCome(scrollers, scrolling))
    return 'end'
  } finally {
    for (const [index, scroller] of scrollers.entries()) scrollAtOnce(scroller, places[index] ?? 0)
  }
}
