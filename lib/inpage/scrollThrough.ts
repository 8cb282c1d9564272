import type { ListInView } from '../lms/reading/whileScrolled.ts'
import { isFilled } from './isFilled.ts'
import { LOOK, PATIENCE } from './patience.ts'
import { scrollAtOnce } from './scrollAtOnce.ts'

export interface ScrollingThrough {
  /** The scrollers around the list's rows, the innermost first. */
  readonly scrollers: readonly Element[]
  readonly list: ListInView
  /** Waits a little, then reads what is there. */
  readonly look: () => Promise<void>
}

/** How much of a screen is scrolled at once: a row that was cut off is whole on the next. */
const STEP = 0.9

/**
 * Goes through a list that may draw the rows alone that are to be seen, from its top: on to the next screen as soon as this one is full
 * of rows that were read, or nobody comes to it any more. At its end it waits for more, and ends where none come.
 */
export const scrollThrough = async ({ scrollers, list, look }: ScrollingThrough): Promise<void> => {
  const wait = async (isThere: () => boolean) => {
    let shown = list.count()
    for (let waited = LOOK; ; waited += LOOK) {
      await look()
      if (isThere()) return true
      if (list.count() > shown) waited = 0
      if (waited >= PATIENCE) return false
      shown = list.count()
    }
  }
  const isFull = () => {
    const view = scrollers.find(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
    return !view || isFilled(view, list.rows())
  }
  /** How far each goes: what only then grows, and brings nobody, may have no end. */
  let heights = scrollers.map(({ scrollHeight }) => scrollHeight)
  /** Scrolls the innermost one that is not at its end yet; false where all are. */
  const step = () =>
    scrollers.some((scroller, at) => {
      const before = scroller.scrollTop
      if (before >= (heights[at] ?? 0)) return false
      scrollAtOnce(scroller, before + scroller.clientHeight * STEP)
      return scroller.scrollTop > before
    })
  const isAtTop = scrollers.every(({ scrollTop }) => scrollTop === 0)
  for (const scroller of scrollers) scrollAtOnce(scroller, 0)
  if (!isAtTop) await wait(isFull)
  for (;;) {
    const before = list.count()
    if (step()) await wait(isFull)
    else if (!(await wait(() => list.count() > before))) return
    if (list.count() > before) heights = scrollers.map(({ scrollHeight }) => scrollHeight)
  }
}
