import type { List } from './lists.ts'
import { toldByItem } from './text.ts'

/** The items of a list. */
export const items = (list: Element): List => ({
  rows: () => [...list.children].filter(({ localName }) => localName === 'li'),
  rowsIn: (added) => (added.localName === 'li' && added.parentElement === list ? [added] : []),
  read: (item) => {
    const told = toldByItem(item)
    return told ? [told] : []
  },
})
