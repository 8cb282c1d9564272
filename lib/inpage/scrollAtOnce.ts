/** Scrolls to a place without the way there that a page may want to be seen. */
export const scrollAtOnce = (scroller: Element, top: number): void => scroller.scrollTo({ top, behavior: 'instant' })
