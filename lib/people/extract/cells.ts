import { isWords } from './latin.ts'

/** What can stand between the cells of a pasted or saved table. */
export const delimiters = ['\t', ';', ',', '|'] as const
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
      const next = close === -1 ? -1 : line.indexOf(delimiter, close)
      // `"name":"Jane Doe",`: quotes that are not round the whole cell are part of it.
      if (close !== -1 && !line.slice(close + 1, next === -1 ? undefined : next).trim()) {
        cells.push(
          line
            .slice(start + 1, close)
            .replaceAll('""', '"')
            .trim(),
        )
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

/** Where the cells of a row are, without cutting any out: most are never looked at. */
export class CellSpans {
  count = 0
  private text = ''
  private readonly spans: number[] = []

  /** Finds the cells of the row at `from`..`end`, quotes left outside; answers how many. */
  split(text: string, from: number, end: number, delimiter: string): number {
    this.text = text
    this.count = 0
    let start = from
    for (;;) {
      while (start < end && text.charCodeAt(start) === 32) start++
      if (text.charCodeAt(start) === QUOTE && start < end) {
        const close = closingQuote(text, start + 1, end)
        if (close !== -1) {
          const next = text.indexOf(delimiter, close)
          const last = next === -1 || next >= end
          const stop = last ? end : next
          // `"Jane" jane@example.edu,`: quotes that are not round the whole cell are part of it.
          const whole = text.slice(close + 1, stop).trim() === ''
          this.push(whole ? start + 1 : start, whole ? close : stop)
          if (last) return this.count
          start = next + 1
          continue
        }
      }
      const next = text.indexOf(delimiter, start)
      const last = next === -1 || next >= end
      this.push(start, last ? end : next)
      if (last) return this.count
      start = next + 1
    }
  }

  /** The cell in which the text's character `at` is. */
  indexOf(at: number): number {
    let index = 0
    while (index < this.count - 1 && this.end(index) <= at) index++
    return index
  }

  start(index: number): number {
    return this.spans[index * 2] ?? 0
  }

  end(index: number): number {
    return this.spans[index * 2 + 1] ?? 0
  }

  /** The cell's text, trimmed, doubled quotes undone; '' where the row has no such cell. */
  cell(index: number): string {
    if (index < 0 || index >= this.count) return ''
    const text = this.text.slice(this.start(index), this.end(index))
    return text.includes('""') ? text.replaceAll('""', '"').trim() : text.trim()
  }

  /** The cell's text where it is words of Latin letters with one space between, as most names are; else undefined. */
  words(index: number): string | undefined {
    if (index < 0 || index >= this.count) return undefined
    const start = this.start(index)
    const end = this.end(index)
    return isWords(this.text, start, end) ? this.text.slice(start, end) : undefined
  }

  private push(start: number, end: number): void {
    this.spans[this.count * 2] = start
    this.spans[this.count * 2 + 1] = end
    this.count++
  }
}
