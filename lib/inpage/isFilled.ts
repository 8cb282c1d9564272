/** Where the rows that are to be seen in a scroller would be, from the top of the window. */
const viewOf = (scroller: Element): { readonly top: number; readonly bottom: number } => {
  const top =
    scroller === scroller.ownerDocument.scrollingElement ? 0 : scroller.getBoundingClientRect().top + scroller.clientTop
  return { top, bottom: top + scroller.clientHeight }
}

/** Whether rows are drawn all over what is to be seen in a scroller: nowhere there is room for another. */
export const isFilled = (scroller: Element, rows: Iterable<Element>): boolean => {
  const { top, bottom } = viewOf(scroller)
  const drawn = [...rows]
    .map((row) => row.getBoundingClientRect())
    .filter((row) => row.height > 0 && row.bottom > top && row.top < bottom)
    .sort((one, other) => one.top - other.top)
  const room = Math.min(...drawn.map(({ height }) => height))
  let until = top
  for (const row of drawn) {
    if (row.top - until >= room) return false
    until = Math.max(until, row.bottom)
  }
  return bottom - until < room && drawn.length > 0
}
