import type { Growth } from '../adapter.ts'

/** The rows of one kind in what came to a page: whole ones, and those that something came to. Those that went again are none. */
export const rowsThatCame = ({ came }: Growth, row: string): ReadonlySet<Element> => {
  const rows = new Set<Element>()
  for (const element of came) {
    if (!element.isConnected) continue
    const round = element.closest(row)
    if (round) rows.add(round)
    else for (const inner of element.querySelectorAll(row)) rows.add(inner)
  }
  return rows
}

/** Whether rows that were read went: what is left has to be read anew then. Rows that only moved did not. */
export const haveRowsGone = ({ went }: Growth, isRead: (element: Element) => boolean): boolean =>
  went.some((one) => !one.isConnected && (isRead(one) || [...one.querySelectorAll('*')].some(isRead)))

/** Whether rows that were read went, or something came to one of them. New ones beside them are no reason to read those again. */
export const haveRowsChanged = (growth: Growth, read: { has(element: Element): boolean }): boolean => {
  const isRead = (element: Element) => read.has(element)
  const inRead = (element: Element) => {
    for (let at = element.parentElement; at; at = at.parentElement) if (read.has(at)) return true
    return false
  }
  return growth.came.some((one) => one.isConnected && inRead(one)) || haveRowsGone(growth, isRead)
}
