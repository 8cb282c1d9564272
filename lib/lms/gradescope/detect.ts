import type { LmsPage } from '../adapter.ts'
import { textOf } from '../reading/text.ts'

export const detect = (doc: Document, { hostname, pathname }: URL): LmsPage | null => {
  const [, courseId, roster] = /^\/courses\/(\d+)(?:(\/memberships)?\/?$|\/)/.exec(pathname) ?? []
  if (!courseId || !/^(?:www\.)?gradescope\.(?:com|eu|com\.au)$/.test(hostname)) return null
  return {
    courseId,
    root: '',
    kind: roster ? 'roster' : 'course',
    courseName: textOf(doc.querySelector('.sidebar--title-course, .courseHeader--title')),
    anchor: roster ? doc.querySelector('.js-rosterTable') : null,
  }
}
