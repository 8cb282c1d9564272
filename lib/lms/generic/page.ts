import { extractAddresses } from '../../people/extract/addresses.ts'
import type { Growth, ReadContext, Source, SourceResult } from '../adapter.ts'
import { beside } from '../reading/beside.ts'
import { createBreath } from '../reading/breathe.ts'
import { haveRowsGone } from '../reading/growth.ts'
import { addressesIn } from './addresses.ts'
import { listAt } from './lists.ts'
import { createPeople } from './people.ts'

/** Rows between two looks at the clock. */
const ROWS = 16

/** The address that the page's head shows: of whoever is signed in, where it is the only one. '' where it is not. */
const signedIn = (anchor: Element): string => {
  const found = new Set<string>()
  for (const head of beside(anchor, 'body > header, nav, [role="banner"]'))
    for (const one of [...addressesIn(head).sure, ...extractAddresses(head.textContent)]) found.add(one.toLowerCase())
  const [mine = ''] = found
  return found.size === 1 ? mine : ''
}

/** Never everybody: nothing on a page of no LMS in particular says what a filter, a tab or another page of it keeps back. */
const extent = (people: number, total = 0) =>
  total > people
    ? ({ complete: false, partial: 'rowsOnPage', total } as const)
    : ({ complete: false, partial: 'maybeMore' } as const)

const read = async ({ page, onProgress }: ReadContext): Promise<SourceResult> => {
  const { anchor } = page
  if (!anchor) return { ok: false, problem: 'unreadable' }
  let list = listAt(anchor)
  let people = createPeople(signedIn(anchor))
  /** The rows that were read: a set of them only where some came. */
  const first = list.rows()
  let seen: Set<Element> | undefined
  /** Those of them in which there was no address. */
  const bare = new Set<Element>()
  const take = async (rows: Iterable<Element>) => {
    const breathe = createBreath()
    let count = 0
    for (const row of rows) {
      let hasAddress = false
      for (const told of list.read(row)) {
        people.add(told)
        hasAddress ||= told.email !== ''
      }
      if (!hasAddress) bare.add(row)
      seen?.add(row)
      const pause = ++count % ROWS === 0 ? breathe() : undefined
      if (pause) {
        onProgress(people.size, list.total)
        await pause
      }
    }
  }
  const told = (): SourceResult => {
    const all = people.all()
    if (!all.some(({ email, invalidEmail }) => email || invalidEmail)) return { ok: false, problem: 'unreadable' }
    onProgress(all.length, list.total)
    return {
      ok: true,
      course: { name: page.courseName },
      people: all,
      ...extent(all.length, list.total),
      leftOut: { observers: 0, testStudents: 0 },
      follow,
    }
  }
  const follow = async (growth: Growth): Promise<SourceResult | null> => {
    const known = seen ?? new Set(first)
    seen = known
    const isSeen = (element: Element) => known.has(element)
    if (!anchor.isConnected || (!list.keepsFew && haveRowsGone(growth, isSeen))) return null
    const rows = new Set<Element>()
    for (const element of growth.came) {
      if (!element.isConnected) continue
      const round = element.closest('tr, li, [role="row"]')
      // A row that was drawn before its address came.
      if (round && isSeen(round) && bare.has(round)) return null
      for (const row of list.rowsIn(element)) if (!isSeen(row)) rows.add(row)
    }
    await take(rows)
    return people.anew() ? null : told()
  }
  await take(first)
  const anew = people.anew()
  if (anew) {
    people = anew
    list = listAt(anchor)
    await take(first)
  }
  return told()
}

export const pageSource: Source = { id: 'page', read }
