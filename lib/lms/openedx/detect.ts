import type { LmsPage } from '../adapter.ts'
import { textOf } from '../reading/text.ts'

/** `course-v1:ORG+COURSE+RUN`, sometimes with its signs escaped, or the older `ORG/COURSE/RUN`. */
const coursePath = /^(.*?)\/courses\/(course-v1(?::|%3A)(?:[\w.~+-]|%2B)+|[\w.~-]+\/[\w.~-]+\/[\w.~-]+)(\/.*)?$/i

/** Each section of the instructor dashboard names itself in the fragment (edx-platform, `instructor_dashboard.js`). */
export const detect = (doc: Document, url: URL): LmsPage | null => {
  const [, root = '', key, rest = ''] = coursePath.exec(url.pathname) ?? []
  if (!key || !doc.querySelector('body.view-in-course, meta[name="openedx-release-line"]')) return null
  const kind = /^\/instructor\/?$/.test(rest) && url.hash.startsWith('#view-data_download') ? 'roster' : 'course'
  return {
    courseId: decodeURIComponent(key),
    root,
    kind,
    courseName: textOf(doc.querySelector('.course-header .course-name')),
    anchor: kind === 'roster' ? doc.querySelector('[id^="header-data_download"]') : null,
  }
}
