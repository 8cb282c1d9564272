import { closingQuote } from './cells.ts'

/** Characters that a quoted cell is looked at for its end: a quote that never closes costs no more. */
const REACH = 5000

/** Finds where rows end, one after the other. */
export class RowEnds {
  private readonly text: string
  /** The first quotation mark from the last row on; the text's length when there is none. */
  private quote = -1

  constructor(text: string) {
    this.text = text
  }

  /** Index after the row that begins at `start`: its line's end, or a later one when quoted cells run over lines. */
  after(start: number, delimiter: string): number {
    const end = this.lineEnd(start)
    if (this.quote < start) this.quote = this.indexOr(this.text.indexOf('"', start))
    return this.quote < end ? this.afterQuotes(start, end, delimiter) : end
  }

  private indexOr(index: number): number {
    return index === -1 ? this.text.length : index
  }

  private lineEnd(from: number): number {
    return this.indexOr(this.text.indexOf('\n', from))
  }

  private afterQuotes(start: number, lineEnd: number, delimiter: string): number {
    const { text } = this
    let end = lineEnd
    for (let quote = this.quote; quote !== -1 && quote < end; ) {
      const before = text.charAt(quote - 1)
      const opens = quote === start || before === delimiter || (before === ' ' && text.charAt(quote - 2) === delimiter)
      let next = quote
      if (opens) {
        next = closingQuote(text, quote + 1, Math.min(text.length, quote + REACH))
        if (next === -1) return end
        if (next > end) end = this.lineEnd(next)
      }
      quote = text.indexOf('"', next + 1)
    }
    return end
  }
}
