import type { LmsPage } from '../adapter.ts'
import { textOf } from '../reading/text.ts'

const id = /^_\d+_\d+$/

/** What stands on every page of the one kind and the other; seen in programs of 2019 to 2026 that work with them. */
const ultraSigns = 'bb-base-layout, [data-analytics-id^="base.nav"]'
const originalSigns = '#contentPanel, #listContainer_datatable, #editModeToggleLink'

const courseIn = ({ searchParams }: URL): string => searchParams.get('course_id') ?? searchParams.get('courseId') ?? ''

/** A list of everybody at the school, to pick people from, is nobody's class. */
const isPicker = ({ searchParams }: URL): boolean =>
  searchParams.has('enrollTypeString') || searchParams.get('context') === 'userPicker'

export const refuses = (doc: Document, url: URL): boolean =>
  url.pathname.startsWith('/webapps/') &&
  (isPicker(url) || !id.test(courseIn(url))) &&
  !!doc.querySelector(originalSigns)

export const detect = (doc: Document, url: URL): LmsPage | null => {
  const { pathname } = url
  const find = (selector: string) => doc.querySelector(selector)
  const [, ultraId] = /^\/ultra\/courses\/(_\d+_\d+)(?:\/|$)/.exec(pathname) ?? []
  const courseId = ultraId ?? courseIn(url)
  if (!id.test(courseId) || !(ultraId || pathname.startsWith('/webapps/'))) return null
  if (isPicker(url) || !find(ultraId ? ultraSigns : originalSigns)) return null
  const isRoster = /\/(?:roster|userManager|searchRoster)\/?$/.test(pathname)
  const toolbar = isRoster && find(ultraId ? '[analytics-id="course.roster.search.button"]' : '#pageTitleText')
  return {
    courseId,
    root: '',
    kind: isRoster ? 'roster' : 'course',
    courseName: textOf(find('#courseMenu_link')),
    anchor: toolbar || (isRoster ? find('#rosterView-list, #rosterView-grid, .page-roster') : null),
  }
}
