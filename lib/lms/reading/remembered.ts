/** Different texts that are remembered: a column that has more has one of its own in each row. */
const MOST = 1000

interface Known<T> {
  readonly parts: number
  readonly said: T
}

/**
 * Reads cells of one column, of which many say the same, as those of roles and sections: where the text is the same, in one part at the
 * most, so is what it says.
 */
export const remembered = <T>(read: (cell: Element) => T): ((cell: Element) => T) => {
  const known = new Map<string, Known<T>>()
  return (cell) => {
    const text = cell.textContent
    const parts = cell.childElementCount
    const before = known.get(text)
    if (before?.parts === parts) return before.said
    const said = read(cell)
    if (parts < 2 && text !== '' && known.size < MOST) known.set(text, { parts, said })
    return said
  }
}
