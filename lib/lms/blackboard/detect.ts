import type { LmsPage } from '../adapter.ts'
import { textOf } from '../reading/text.ts'

const id = /^_\d+_\d+$/

/** What stands on every page of the one kind and the other; seen in programs of 2019 to 2026 that work with them. */
const ultraSigns = 'bb-base-layout, [data-analytics-id^="base.nav"]'
const originalSigns = '#contentPanel, #listContainer_datatable, #editModeToggleLink'

export const detect = (doc: Document, { pathname, searchParams }: URL): LmsPage | null => {
  const find = (selector: string) => doc.querySelector(selector)
  const [, ultraId] = /^\/ultra\/courses\/(_\d+_\d+)(?:\/|$)/.exec(pathname) ?? []
  const courseId = ultraId ?? searchParams.get('course_id') ?? searchParams.get('courseId') ?? ''
  if (!id.test(courseId) || !(ultraId || pathname.startsWith('/webapps/'))) return null
  // A list of everybody at the school, to pick people from, is nobody's class.
  if (searchParams.has('enrollTypeString') || searchParams.get('context') === 'userPicker') return null
  if (!find(ultraId ? ultraSigns : originalSigns)) return null
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
