import type { LmsPage } from '../adapter.ts'
import { textOf } from '../reading/text.ts'

/** Course 1 is the site itself, and so are its administrators' pages. */
export const refuses = ({ body, scripts }: Document): boolean =>
  /^page-/.test(body.id) &&
  /(?:^|\s)course-1\b/.test(body.className) &&
  [...scripts].some(({ text }) => text.includes('M.cfg = {'))

/** Pages of Moodle name their course in the classes of `body`; course 1 is the site itself, whose people are no class. */
export const detect = (doc: Document, { pathname }: URL): LmsPage | null => {
  const { id, className } = doc.body
  const courseId = /(?:^|\s)course-(?!1\b)(\d+)/.exec(className)?.[1]
  if (!courseId || !/^page-/.test(id)) return null
  const isRoster = /\/user\/index\.php$/.test(pathname)
  for (const { text } of doc.scripts) {
    const [, wwwroot] = /M\.cfg = \{"wwwroot":"(.+?)"/.exec(text) ?? []
    if (wwwroot)
      return {
        courseId,
        // `https:\/\/host\/lms`: behind a proxy the host may be another, the path is the same.
        root: wwwroot.replace(/\\|^https?:\\?\/\\?\/[^\\/]*/g, ''),
        kind: isRoster ? 'roster' : 'course',
        // On pages of an activity the heading is the activity's.
        courseName: textOf(
          doc.querySelector(
            /\/(?:user\/index|course\/view)\.php$/.test(pathname)
              ? '#page-header h1'
              : `.breadcrumb a[href$="/course/view.php?id=${courseId}"]`,
          ),
        ),
        anchor: isRoster ? doc.querySelector('[data-region="participant-count"], #participants') : null,
        asSomebodyElse: /\buser(?:loggedinas|switchedrole)\b/.test(className),
      }
  }
  return null
}
