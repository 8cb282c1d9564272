import { attr, textOf } from '../reading/text.ts'

/** The list that Original pages share, and where its columns are. */
export interface Table {
  readonly rows: readonly Element[]
  /** A column's place by the key that its heading sorts by, the same in every language; −1 where there is none. */
  column(key: string): number
}

const keyOf = (heading: Element): string =>
  /[?&]sortCol=([^&#]+)/.exec(attr(heading.querySelector('a[href*="sortCol="]'), 'href'))?.[1] ?? ''

/** Null: the page has no such list. */
export const tableIn = (doc: Document): Table | null => {
  const table = doc.querySelector('#listContainer_datatable')
  if (!table) return null
  const keys = [...(table.querySelector('thead tr')?.children ?? [])].map(keyOf)
  return {
    rows: [...table.querySelectorAll('#listContainer_databody > tr')],
    column: (key) => keys.indexOf(key),
  }
}

/** Text for screen readers, and menus, stand in a cell beside what it says. */
const aside = '.hideoff, .table-data-cell-label, ul, script, style'

const textBeside = (node: Node): string =>
  [...node.childNodes]
    .map((child) => {
      if (child.nodeType === child.TEXT_NODE) return child.nodeValue ?? ''
      return (child as Element).matches?.(aside) ? '' : textBeside(child)
    })
    .join('')

/** What a cell says: without the column's label, which small screens are shown in front of it. */
export const valueIn = (cell: Element | undefined): string => {
  if (!cell) return ''
  const value = cell.querySelector('.table-data-cell-value')
  return value ? textOf(value) : textBeside(cell).replace(/\s+/g, ' ').trim()
}

/** A login id has no spaces; what has some is a text about the person. */
export const loginIn = (cell: Element | undefined): string => {
  const text = textOf(cell?.querySelector('.profileCardAvatarThumb')) || valueIn(cell)
  return /\s/.test(text) ? '' : text
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A link's text, or where it mails to; the cell's text without a link. */
export const addressIn = (cell: Element | undefined): string => {
  const link = cell?.querySelector('a')
  const [text, href] = [textOf(link), attr(link, 'href')]
  if (text.includes('@') || !/^mailto:/i.test(href)) return text || valueIn(cell)
  return decoded(href.replace(/^mailto:|\?.*$/gi, ''))
}
