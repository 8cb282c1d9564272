import type { ReadContext, SourceResult } from '../adapter.ts'
import { createAsk, type Refusal } from '../reading/ask.ts'
import type { ReadProblem } from '../roster.ts'
import type { Calls } from './calls.ts'
import { extentOf, hasNextPage, nextPageOf } from './extent.ts'
import type { Enrolment } from './fold.ts'
import { courseNameIn, listedResult } from './original.ts'
import { addRows } from './rowsRead.ts'
import { isSignInPath, wantsSignIn } from './signedOut.ts'
import { tableIn } from './table.ts'
import { userReader } from './usersList.ts'

const usersPath = '/webapps/blackboard/execute/userManager'

/** No list has so many pages. */
const MOST_PAGES = 1000

/** The page in view is the list, and shows all of it: nothing to ask for. */
const isInView = ({ doc, url }: ReadContext): boolean => {
  const rows = url.pathname === usersPath ? (tableIn(doc)?.rows.length ?? 0) : 0
  return rows > 0 && !extentOf(doc, url, rows).partial
}

/** Signed in with the API, but sent to a sign-in by the page: the page is not for this reader. */
const signedOutOrNot = async (calls: Calls): Promise<ReadProblem> => {
  const problem = await calls.problemFor('unauthorized')
  return problem === 'notThere' ? 'signedOut' : problem
}

type Asked = { readonly ok: true; readonly doc: Document } | { readonly ok: false; readonly problem: ReadProblem }

/**
 * The Users page of Original courses, which its teachers have and Ultra's have not: asked for as a page, all rows at once, and read
 * without being shown. Where the site does not give all at once, the list's own links lead on.
 */
export const usersPage = async (context: ReadContext, calls: Calls): Promise<SourceResult> => {
  const { url, page, doc, onProgress } = context
  const parser = doc.defaultView ? new doc.defaultView.DOMParser() : null
  if (!parser || isInView(context)) return { ok: false, problem: 'notThere' }
  const ask = createAsk(context, { headers: { Accept: 'text/html' }, expect: 'page' })

  const askPage = async (address: string): Promise<Asked> => {
    const reply = await ask(address)
    const refused = async (refusal: Refusal): Promise<Asked> => ({
      ok: false,
      problem: await calls.problemFor(refusal),
    })
    if (!reply.ok) return refused(reply.refusal)
    const body = await reply.body
    if (!body.ok) return refused(body.refusal)
    const answered = parser.parseFromString(String(body.value), 'text/html')
    const { pathname } = new URL(reply.url)
    if (isSignInPath(pathname) || (!tableIn(answered) && wantsSignIn(answered)))
      return { ok: false, problem: await signedOutOrNot(calls) }
    if (pathname !== usersPath) return { ok: false, problem: 'notThere' }
    return { ok: true, doc: answered }
  }

  const everybody = new Map<string, readonly Enrolment[]>()
  const seen = new Set<string>()
  let rows = 0
  let ended = false
  let name = page.courseName
  let next: URL | null = new URL(`${page.root}${usersPath}?course_id=${page.courseId}&showAll=true`, url)
  let filtered = false
  let of: number | undefined
  while (next) {
    if (seen.has(next.href) || seen.size === MOST_PAGES) return { ok: false, problem: 'broken' }
    seen.add(next.href)
    const asked = await askPage(next.href)
    if (!asked.ok) return asked
    const table = tableIn(asked.doc)
    const users = table ? await addRows(table.rows, userReader(table)) : null
    // A teacher is on their own list: nobody at all is a page that waits for a search, or another page.
    if (!table || !users || users.size === 0) return { ok: false, problem: 'unreadable' }
    for (const [key, enrolments] of users) everybody.set(key, [...(everybody.get(key) ?? []), ...enrolments])
    rows += table.rows.length
    name = courseNameIn(asked.doc) || name
    const extent = extentOf(asked.doc, next, table.rows.length)
    of = extent.of ?? of
    filtered ||= extent.partial === 'filtered'
    onProgress(everybody.size, of)
    ended = !hasNextPage(asked.doc)
    next = nextPageOf(asked.doc, next)
  }
  const missing = of === undefined ? undefined : Math.max(0, of - rows)
  const partial = missing ? 'countsDiffer' : ended ? undefined : 'maybeMore'
  const named = await calls.named()
  return listedResult({
    enrolments: everybody,
    me: await calls.me(),
    partial: filtered ? 'filtered' : partial,
    missing,
    course: { ...named, name: named.name || name },
  })
}
