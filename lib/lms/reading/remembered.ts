/** Different cells of one kind that are remembered: a column that has more has a text of its own in each row. */
const MOST = 8

/**
 * Reads cells of which many are equal, as those of roles and sections: one that is equal to another says the same. Comparing two makes
 * nothing, where reading one makes strings and wrappers.
 */
export const remembered = <T>(read: (cell: Element) => T): ((cell: Element) => T) => {
  const cells: Node[] = []
  const said: T[] = []
  return (cell) => {
    for (let i = 0; i < cells.length; i++) {
      const known = cells[i]
      if (known && cell.isEqualNode(known)) return said[i] as T
    }
    const told = read(cell)
    // A copy, because the page may draw its own anew. Copies of pictures would be loaded, and of other elements might be alive.
    if (cells.length < MOST && !cell.querySelector(':not(div, span)')) {
      cells.push(cell.cloneNode(true))
      said.push(told)
    }
    return told
  }
}
