/** What can stand between the cells of a pasted or saved table. */
export const delimiters = ['\t', ';', ',', '|'] as const
export type Delimiter = (typeof delimiters)[number]

const QUOTE = 34

/** Index of the quote that closes the cell whose text begins at `from`, doubled quotes passed over; -1 when none does. */
export const closingQuote = (text: string, from: number, end: number): number => {
  for (let i = text.indexOf('"', from); i !== -1 && i < end; i = text.indexOf('"', i + 2)) {
    if (text.charCodeAt(i + 1) !== QUOTE) return i
  }
  return -1
}

/** The cells of one line, trimmed, their quotes undone. A quote inside a cell is a character like any other. */
export const splitCells = (line: string, delimiter: string): string[] => {
  const cells: string[] = []
  let from = 0
  for (;;) {
    let start = from
    while (line.charCodeAt(start) === 32) start++
    if (line.charCodeAt(start) === QUOTE) {
      const close = closingQuote(line, start + 1, line.length)
      if (close !== -1) {
        cells.push(
          line
            .slice(start + 1, close)
            .replaceAll('""', '"')
            .trim(),
        )
        const next = line.indexOf(delimiter, close)
        if (next === -1) return cells
        from = next + 1
        continue
      }
    }
    const next = line.indexOf(delimiter, from)
    cells.push(line.slice(from, next === -1 ? undefined : next).trim())
    if (next === -1) return cells
    from = next + 1
  }
}
