import type { Adapter, LmsPage } from './adapter.ts'
import type { Course } from './roster.ts'

/** A page and the LMS it belongs to. */
export interface Recognised {
  readonly page: LmsPage
  readonly course: Course
}

/** Which LMS course the page belongs to, if any. Cheap, without effects. */
export const recognise = (adapters: readonly Adapter[], doc: Document, url: URL): Recognised | null => {
  for (const adapter of adapters) {
    const page = adapter.detect(doc, url)
    if (page) return { page, course: courseOf(adapter, page, url) }
  }
  return null
}

const courseOf = (adapter: Adapter, page: LmsPage, url: URL): Course => ({
  lms: adapter.id,
  lmsLabel: adapter.label,
  site: url.origin,
  courseId: page.courseId,
  name: page.courseName,
})
