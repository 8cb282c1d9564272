import { cards } from './cards.ts'
import { grid } from './grid.ts'
import { items } from './items.ts'
import type { Told } from './people.ts'
import { tables } from './tables.ts'
import { toldByText } from './text.ts'

/** A list on a page, as rows that are read one by one. */
export interface List {
  /** Every row there is now. */
  rows(): Iterable<Element>
  /** Rows of this list in an element that came to the page. */
  rowsIn(added: Element): readonly Element[]
  /** A row's people: none where it heads others or is nobody's. */
  read(row: Element): readonly Told[]
  /** People the page says there are now, where it does. */
  readonly total?: number | undefined
  /** It holds the rows alone that are to be seen: what went is still listed. */
  readonly keepsFew?: boolean
}

const field = (element: HTMLTextAreaElement): List => ({
  rows: () => [element],
  rowsIn: () => [],
  read: () => toldByText(element.value),
})

/** The list that an adapter's anchor is, or is the first of. */
export const listAt = (anchor: Element): List => {
  if (anchor.localName === 'textarea') return field(anchor as HTMLTextAreaElement)
  if (anchor.localName === 'table') return tables(anchor as HTMLTableElement)
  if (anchor.matches('ul, ol')) return items(anchor)
  return anchor.hasAttribute('role') && anchor.querySelector('[role="row"]') ? grid(anchor) : cards(anchor)
}
