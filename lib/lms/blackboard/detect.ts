import type { LmsPage } from '../adapter.ts'
import { textOf } from '../reading/text.ts'

const id = /^_\d+_\d+$/

/** What stands on every page of the one kind and the other; seen in scripts of 2019 to 2026 that work with them. */
const ultraSigns = 'bb-base-layout, [data-analytics-id^="base.nav"], [analytics-id^="course."], [bb-translate]'
const originalSigns = '#contentPanel, #listContainer_datatable, #pageTitleText, #editModeToggleLink'

/** The search button of the roster's toolbar; where there is none, the list. */
const ultraAnchor = (doc: Document): Element | null =>
  doc.querySelector(
    '[analytics-id="course.roster.search.button"], [data-analytics-id="course.roster.search.button"]',
  ) ?? doc.querySelector('#rosterView-list, #rosterView-grid, .page-roster')

export const detect = (doc: Document, { pathname, searchParams }: URL): LmsPage | null => {
  const [, ultraId, rest = ''] = /^\/ultra\/courses\/(_\d+_\d+)(\/.*)?$/.exec(pathname) ?? []
  const courseId = ultraId ?? searchParams.get('course_id') ?? searchParams.get('courseId') ?? ''
  if (!id.test(courseId) || !(ultraId || pathname.startsWith('/webapps/'))) return null
  // A list of everybody at the school, to pick people from, is nobody's class.
  if (/picker/i.test(searchParams.get('context') ?? '') || searchParams.has('enrollTypeString')) return null
  if (!doc.querySelector(ultraId ? ultraSigns : originalSigns)) return null
  const isRoster = ultraId ? /\/roster\/?$/.test(rest) : /\/(?:userManager|searchRoster)$/.test(pathname)
  return {
    courseId,
    root: '',
    kind: isRoster ? 'roster' : 'course',
    courseName: textOf(doc.querySelector('#courseMenu_link')),
    anchor: isRoster ? (ultraId ? ultraAnchor(doc) : doc.querySelector('#pageTitleText')) : null,
  }
}
