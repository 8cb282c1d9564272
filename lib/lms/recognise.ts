import type { Adapter, LmsPage } from './adapter.ts'
import { type Place, places } from './places.ts'
import type { Course } from './roster.ts'

/** A page, where it stands, and the LMS it belongs to. */
export interface Recognised extends Place {
  readonly page: LmsPage
  readonly course: Course
}

/** Which LMS course a tab shows, if any, in its document or in a frame of the same site. Cheap, without effects. */
export const recognise = (adapters: readonly Adapter[], doc: Document, url: URL): Recognised | null => {
  const all = places(doc, url)
  const [lms, fallbacks] = [adapters.filter(({ fallback }) => !fallback), adapters.filter(({ fallback }) => fallback)]
  const own = among(lms, all)
  if (own || all.some((place) => lms.some((adapter) => adapter.refuses?.(place.doc, place.url)))) return own
  return among(fallbacks, all)
}

/** A roster goes before another page of a course: it may stand in a frame of that page. */
const among = (adapters: readonly Adapter[], all: readonly Place[]): Recognised | null => {
  let course: Recognised | null = null
  for (const place of all) {
    for (const adapter of adapters) {
      const page = adapter.detect(place.doc, place.url)
      if (page?.kind === 'roster') return recognised(adapter, page, place)
      if (page) course ??= recognised(adapter, page, place)
    }
  }
  return course
}

const recognised = (adapter: Adapter, page: LmsPage, { doc, url }: Place): Recognised => ({
  page,
  doc,
  url,
  course: {
    lms: adapter.id,
    // A page of no LMS in particular is called by its site.
    lmsLabel: (adapter.fallback && url.hostname) || adapter.label,
    site: url.origin,
    courseId: page.courseId,
    name: page.courseName,
  },
})
