import type { LmsPage } from '../adapter.ts'
import { textOf } from '../reading/text.ts'

/** Self-service 8, whose prefix every school chooses; 9, whose fragment tells term and CRN. */
const older = /^(.*)\/bwlkfcwl\.p_facclalist(?:sum)?$/i
const newer = /^(.*\/ssb)\/classListApp\/classListPage$/i

/** A course is a CRN of a term: CRNs come back in other years. A list without a CRN is the menu that asks for one. */
export const detect = (doc: Document, url: URL): LmsPage | null => {
  const [, root = ''] = older.exec(url.pathname) ?? newer.exec(url.pathname) ?? []
  if (!root) return null
  const isNewer = newer.test(url.pathname)
  const about = doc.querySelector(isNewer ? '[ng-bind$=".courseTitleComposite"]' : '.datadisplaytable')
  const [, term, crn] = isNewer
    ? (/^#!?\/(\d+)\/(\d+)(?:\/|$)/.exec(url.hash) ?? [])
    : ['', /term_in=(\d+)/.exec(about?.innerHTML ?? '')?.[1], /CRN\D*(\d+)/.exec(textOf(about))?.[1]]
  if (!crn) return null
  return {
    courseId: term ? `${term}.${crn}` : crn,
    root,
    kind: 'roster',
    courseName: textOf(isNewer ? about : about?.querySelector('th')),
    anchor: isNewer ? about : (doc.querySelector('a[href*="P_FacSelectAtypView"]')?.closest('table') ?? null),
  }
}
