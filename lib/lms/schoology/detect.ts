import type { LmsPage } from '../adapter.ts'
import { textOf } from '../reading/text.ts'

/** What its pages are made of, on any host. */
const theme = 'head [href*="schoology.com/"], head [src*="schoology.com/"], head [href*="/schoology_theme/"]'

/** A course's pages; the id is that of its section. */
export const detect = (doc: Document, url: URL): LmsPage | null => {
  const [, courseId, rest = ''] = /^\/course\/(\d+)(\/.*)?$/.exec(url.pathname) ?? []
  if (!courseId || !doc.querySelector(theme)) return null
  return {
    courseId,
    root: '',
    kind: /^\/members\b/.test(rest) ? 'roster' : 'course',
    courseName: textOf(doc.querySelector('#center-top .page-title')),
    anchor: doc.querySelector('#roster-wrapper .roster-top'),
  }
}
