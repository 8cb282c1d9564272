import type { ReadContext, Source, SourceResult } from '../adapter.ts'
import { type Ask, createAsk, type Refusal } from '../reading/ask.ts'
import type { ReadProblem } from '../roster.ts'
import { readRoster, rowsOn } from './roster.ts'

/** A page that asks for a password instead of showing what was asked for. */
const isSignIn = (doc: Document): boolean => !!doc.querySelector('form[action$="/login"], input[type="password"]')

/** The table is cut into pages: nobody has seen Gradescope do so, but then it would not be everybody. */
const hasMorePages = (doc: Document): boolean =>
  !!doc.querySelector('[rel~="next"], .pagination, [aria-label="pagination" i]')

type Fetched =
  | { readonly doc: Document; readonly url: URL /** It came to its end. */; readonly isWhole: boolean }
  | { readonly refusal: Refusal }

const fetchPage = async (ask: Ask, url: string): Promise<Fetched> => {
  const reply = await ask(url)
  const body = reply.ok ? await reply.body : reply
  if (!body.ok) return { refusal: body.refusal }
  const text = String(body.value)
  const doc = new DOMParser().parseFromString(text, 'text/html')
  return { doc, url: new URL(reply.ok ? reply.url : url), isWhole: text.includes('</html>') }
}

/** Where a refusal does not say whether the reader is signed out: their own account's page says. */
const problemFor = async (refusal: Refusal, ask: Ask, origin: string): Promise<ReadProblem> => {
  if (refusal === 'notFound' || refusal === 'notUnderstood' || refusal === 'notJson') return 'notThere'
  if (refusal !== 'unauthorized' && refusal !== 'forbidden') return refusal
  const account = await fetchPage(ask, `${origin}/account`)
  if ('doc' in account) return isSignIn(account.doc) ? 'signedOut' : 'forbidden'
  if (account.refusal === 'unauthorized' || account.refusal === 'forbidden') return 'signedOut'
  return account.refusal === 'throttled' || account.refusal === 'unreachable' || account.refusal === 'stopped'
    ? account.refusal
    : 'forbidden'
}

/**
 * The course's memberships page as the site sends it: everybody, in one table, whatever is searched for or sorted on the page that is
 * open. There is no API: the page is where the data is.
 */
const read = async (context: ReadContext): Promise<SourceResult> => {
  const { origin } = context.url
  const ask = createAsk(context, { headers: { Accept: 'text/html' }, expect: 'page' })
  const path = `/courses/${context.page.courseId}/memberships`
  const fetched = await fetchPage(ask, origin + path)
  if ('refusal' in fetched) return { ok: false, problem: await problemFor(fetched.refusal, ask, origin) }
  const { doc, url, isWhole } = fetched
  if (isSignIn(doc)) return { ok: false, problem: 'signedOut' }
  // Sent on to the list of courses: signed in, and not let in here.
  if (url.origin !== origin || url.pathname.replace(/\/$/, '') !== path) return { ok: false, problem: 'forbidden' }
  if (!isWhole) return { ok: false, problem: 'broken' }
  if (rowsOn(doc).length === 0) return { ok: false, problem: 'unreadable' }
  return readRoster(doc, context, hasMorePages(doc) ? 'maybeMore' : undefined)
}

export const siteSource: Source = { id: 'api', read }
