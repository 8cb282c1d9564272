import { attr } from '../reading/text.ts'
import type { PartialReason } from '../roster.ts'

/** How much of a list an Original page shows. */
export interface Extent {
  /** Why it is not everybody; undefined where nothing speaks against it. */
  readonly partial: PartialReason | undefined
  /** Rows the whole list has, where the page says so. */
  readonly of: number | undefined
}

/** "Displaying 1 to 25 of 306 items", in the page's language: the third number. */
const countIn = (doc: Document): number | undefined => {
  const [, , of] = [...doc.querySelectorAll('#listContainer_itemcount strong')]
  const digits = of?.textContent?.replace(/[\s.,’']/g, '') ?? ''
  return /^\d+$/.test(digits) ? Number(digits) : undefined
}

/** As the page came: what was searched for, not what has been chosen since. */
const chosenIn = (doc: Document, name: string): string =>
  attr(doc.querySelector(`[name="${name}"] option[selected]`), 'value')

/** A search was made; it may have been posted, so that the address says nothing of it. "Not blank" has no text, but filters. */
const isSearched = (doc: Document, url: URL): boolean =>
  [...doc.querySelectorAll<HTMLInputElement>('input[name="userInfoSearchText"]')].some(({ value }) => value.trim()) ||
  !!url.searchParams.get('userInfoSearchText')?.trim() ||
  (/blank/i.test(chosenIn(doc, 'userInfoSearchOperatorString')) &&
    !/^user_?name$/i.test(chosenIn(doc, 'userInfoSearchKeyString')))

export const hasNextPage = (doc: Document): boolean => !!doc.querySelector('#listContainer_nextpage_top')

/** Rows of a page, where it does not say: as Blackboard comes. */
const PAGE = 25

/** As many rows as a page holds, and nothing that says whether these are all. */
const mayBeCut = (doc: Document, { searchParams }: URL, rows: number): boolean => {
  const length = Number(doc.querySelector<HTMLInputElement>('#listContainer_numResults')?.value) || PAGE
  return rows === length && searchParams.get('showAll') !== 'true'
}

export const extentOf = (doc: Document, url: URL, rows: number): Extent => {
  const of = countIn(doc)
  if (isSearched(doc, url)) return { partial: 'filtered', of: undefined }
  const more =
    hasNextPage(doc) ||
    !!doc.querySelector('#listContainer_prevpage_top') ||
    Number(url.searchParams.get('startIndex') ?? 0) > 0 ||
    (of !== undefined && of !== rows)
  if (more) return { partial: 'rowsOnPage', of }
  return { partial: of === undefined && mayBeCut(doc, url, rows) ? 'maybeMore' : undefined, of }
}

/** The address of the list's next page, if it is one of this list of this course. */
export const nextPageOf = (doc: Document, url: URL): URL | null => {
  const href = attr(doc.querySelector('#listContainer_nextpage_top'), 'href')
  if (!href || !URL.canParse(href, url.href)) return null
  const next = new URL(href, url.href)
  const same =
    next.origin === url.origin &&
    next.pathname === url.pathname &&
    next.searchParams.get('course_id') === url.searchParams.get('course_id')
  return same && next.href !== url.href ? next : null
}
