import type { LmsPage } from '../adapter.ts'
import { textOf } from '../reading/text.ts'
import { envScript } from './env.ts'

/** Course pages; ids are digits, with the shard before a tilde for a course from elsewhere. */
const coursePath = /^(.*?)\/courses\/(\d+(?:~\d+)?)(\/.*)?$/

/**
 * Signs of Canvas that hold on any host (seen in production HTML of 2025 and in the layouts of canvas-lms). Each alone
 * can be imitated or taken away by a school's theme, so two are asked for; the cheap ones come first.
 */
const signs: readonly ((doc: Document) => boolean)[] = [
  (doc) => !!doc.querySelector('body > #application.ic-app'),
  (doc) => !!doc.querySelector('meta[name="apple-itunes-app"][content="app-id=480883488"]'),
  (doc) => !!doc.querySelector('link[rel="manifest"][href$="/web-app-manifest/manifest.json"]'),
  (doc) => !!doc.querySelector('link[rel="stylesheet"][href*="/dist/brandable_css/"]'),
  (doc) => !!envScript(doc),
  (doc) =>
    [...doc.scripts].some((script) => /\(window\.bundles \|\| \(window\.bundles = \[\]\)\)\.push\(/.test(script.text)),
]

const isCanvas = (doc: Document): boolean => {
  let seen = 0
  return signs.some((sign) => {
    seen += Number(sign(doc))
    return seen === 2
  })
}

/** The three People pages: the toolbar's role filter or search, the heading's place in its row, the table alone. */
const rosterAnchor = (doc: Document): Element | null => {
  const find = (selector: string) => doc.querySelector(selector)
  // By their ids first: what is not there is looked for in every row.
  return (
    find('#group_categories_tabs select[name="enrollment_role_id"]') ??
    find('#group_categories_tabs #search_input_container') ??
    find('[data-testid="course-people-header"]')?.parentElement ??
    find('[data-testid="roster-table-head"]')?.closest('table, [role="table"]') ??
    find('table.roster')
  )
}

/** Everybody in an account: the school's people. */
export const refuses = (doc: Document, { pathname }: URL): boolean =>
  /\/accounts\/\d+\/users\/?$/.test(pathname) && isCanvas(doc)

export const detect = (doc: Document, url: URL): LmsPage | null => {
  const [, root = '', courseId, rest = ''] = coursePath.exec(url.pathname) ?? []
  if (!courseId || !isCanvas(doc)) return null
  const kind = /^\/users\/?$/.test(rest) ? 'roster' : 'course'
  return {
    courseId,
    root,
    kind,
    courseName: textOf(doc.querySelector(`#breadcrumbs a[href$="/courses/${courseId}"]`)),
    anchor: kind === 'roster' ? rosterAnchor(doc) : null,
    asSomebodyElse: doc.body.classList.contains('is-masquerading-or-student-view'),
    testSite: /\.(?:beta|test)\.instructure\.com$/.test(url.hostname),
  }
}
