import type { ReadContext } from '../adapter.ts'
import { createAsk, type Refusal } from '../reading/ask.ts'
import { attr } from '../reading/text.ts'

/** What the dashboard offers, or what stood in the way of seeing it. `url` is '' where it offers no list. */
export type Offered =
  | { readonly ok: true; readonly url: string; readonly dashboard: Document }
  | { readonly ok: false; readonly refusal: Refusal | 'signedOut' }

const isDashboard = (doc: Document) => !!doc.querySelector('#instructor-dashboard-content')

/**
 * The button that lists everybody. It is left out for courses that are too large for it (200 learners where nothing else
 * is set): the list is then not asked for behind the LMS's back. In the newer layout it is an option of a menu, which
 * stays, and its explanation goes.
 */
const button = (dashboard: Document): Element | null =>
  dashboard.querySelector('input[name="list-profiles"]') ??
  (dashboard.querySelector('p.listEnrolledPeople')
    ? dashboard.querySelector('option[value="listEnrolledPeople"]')
    : null)

/** The one call that is a read, of this course, on this origin: nothing else that a page may name is sent a POST. */
const listOf = (dashboard: Document, { url, page }: ReadContext): string => {
  const named = attr(button(dashboard), 'data-endpoint')
  if (!named || !URL.canParse(named, url)) return ''
  const { origin, pathname } = new URL(named, url)
  const expected = `${page.root}/courses/${page.courseId}/instructor/api/get_students_features`
  const isRead = origin === url.origin && pathname.replace(/%3A/gi, ':').replace(/%2B/gi, '+') === expected
  return isRead ? origin + pathname : ''
}

/** Where the list of everybody is asked for: told by the page, or by the dashboard when another page of the course is open. */
export const offeredList = async (context: ReadContext): Promise<Offered> => {
  const { doc, url, page } = context
  if (isDashboard(doc)) return { ok: true, url: listOf(doc, context), dashboard: doc }
  const ask = createAsk(context, { headers: { Accept: 'text/html' }, expect: 'page' })
  const reply = await ask(`${url.origin}${page.root}/courses/${page.courseId}/instructor`)
  // To those who are no staff of it, the dashboard of a course is not there.
  if (!reply.ok) return { ok: false, refusal: reply.refusal === 'notFound' ? 'forbidden' : reply.refusal }
  if (/\/login\b/.test(new URL(reply.url).pathname)) return { ok: false, refusal: 'signedOut' }
  const body = await reply.body
  if (!body.ok) return { ok: false, refusal: body.refusal }
  const dashboard = new DOMParser().parseFromString(String(body.value), 'text/html')
  return isDashboard(dashboard)
    ? { ok: true, url: listOf(dashboard, context), dashboard }
    : { ok: false, refusal: 'notJson' }
}
