import { extractAddresses } from '../../people/extract/addresses.ts'
import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import { createBreath } from '../reading/breathe.ts'
import { addressesIn } from './addresses.ts'
import { listAt } from './lists.ts'
import { createPeople } from './people.ts'

/** Rows between two looks at the clock. */
const ROWS = 16

/** The address that the page's head shows: of whoever is signed in, where it is the only one. '' where it is not. */
const signedIn = (doc: Document): string => {
  const found = new Set<string>()
  for (const head of doc.querySelectorAll('body > header, nav, [role="banner"]'))
    for (const one of [...addressesIn(head).sure, ...extractAddresses(head.textContent)]) found.add(one.toLowerCase())
  const [mine = ''] = found
  return found.size === 1 ? mine : ''
}

const read = async ({ doc, page, onProgress }: ReadContext): Promise<SourceResult> => {
  const { anchor } = page
  if (!anchor) return { ok: false, problem: 'unreadable' }
  const breathe = createBreath()
  const list = listAt(anchor)
  const people = createPeople(signedIn(doc))
  let index = 0
  for (const row of list.rows()) {
    for (const told of list.read(row)) people.add(told)
    const pause = ++index % ROWS === 0 ? breathe() : undefined
    if (pause) {
      onProgress(people.size, list.total)
      await pause
    }
  }
  const all = people.all()
  if (!all.some(({ email, invalidEmail }) => email || invalidEmail)) return { ok: false, problem: 'unreadable' }
  onProgress(all.length, list.total)
  const { total } = list
  return {
    ok: true,
    course: { name: page.courseName },
    people: all,
    // Pages of no LMS in particular do not say whether they show everybody, unless they count.
    ...(total === undefined
      ? { complete: false, partial: 'maybeMore' }
      : total === all.length
        ? { complete: true, total }
        : {
            complete: false,
            partial: total > all.length ? 'rowsOnPage' : 'maybeMore',
            ...(total > all.length ? { total } : {}),
          }),
    leftOut: { observers: 0, testStudents: 0 },
  }
}

export const pageSource: Source = { id: 'page', read }
