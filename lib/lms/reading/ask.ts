import type { ReadContext } from '../adapter.ts'

/** What a request met instead of an answer. Which problem of a person that is, the adapter decides. */
export type Refusal =
  | 'unauthorized' /* 401 */
  | 'forbidden' /* 403 with a body of the API's own */
  | 'notFound'
  | 'notUnderstood' /* another 4xx */
  | 'notJson' /* a page where an answer was expected: a sign-in, a firewall, a redirect */
  | 'throttled' /* three back-offs did not help */
  | 'broken' /* 5xx, or JSON that is none */
  | 'unreachable' /* no answer in time, or none at all */
  | 'stopped'

export type Body = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: Refusal }

/** `ok` as soon as the headers are in, so that the next page can be asked for while this one's body is on its way. */
type Reply =
  | {
      readonly ok: true
      /** Where redirects led. */
      readonly url: string
      readonly headers: Headers
      readonly body: Promise<Body>
    }
  | { readonly ok: false; readonly refusal: Refusal }

/** What makes a request other than a plain GET that follows redirects. */
interface AskInit {
  readonly redirect?: RequestRedirect
  /** Sent as JSON by POST: only for calls that the LMS documents as reads. */
  readonly post?: unknown
}

/** A polite read on the LMS's own origin with the page's session. Never rejects. */
export type Ask = (url: string, init?: AskInit) => Promise<Reply>

export interface AskOptions {
  readonly headers: Readonly<Record<string, string>>
  /** What is expected: JSON, or a page's text (`text/html`), which is then the body's value. JSON where left out. */
  readonly expect?: 'json' | 'page'
  /** Says "too fast" in the LMS's own way; 429 is understood everywhere. */
  readonly throttled?: (response: Response) => Promise<boolean>
}

const BACK_OFF = [1000, 2000, 4000]
const LONGEST_WAIT = 30_000
const ANSWER_WITHIN = 30_000

const isJson = (response: Response) => /\bjson\b/.test(response.headers.get('content-type') ?? '')

const isPage = (response: Response) => /\bhtml\b/.test(response.headers.get('content-type') ?? '')

const refusalOf = (response: Response, expected: AskOptions['expect']): Refusal | null => {
  if (response.status === 401) return 'unauthorized'
  if (response.status === 403 && (isJson(response) || expected === 'page')) return 'forbidden'
  if (response.status === 404) return 'notFound'
  if (response.status >= 500) return 'broken'
  if (response.status >= 400 && response.status !== 403) return 'notUnderstood'
  return response.ok && (expected === 'page' ? isPage(response) : isJson(response)) ? null : 'notJson'
}

/** Seconds of a `Retry-After` header as milliseconds; dates and nonsense are 0. */
const retryAfter = (response: Response): number =>
  Math.min(LONGEST_WAIT, (Number(response.headers.get('retry-after')) || 0) * 1000)

/** One asker for one read: a throttled answer to any of its requests makes all of them wait. */
export const createAsk = (context: ReadContext, options: AskOptions): Ask => {
  let pause: Promise<void> = Promise.resolve()
  let pauses = 0
  let strikes = 0
  const failed = (): Refusal => (context.signal.aborted ? 'stopped' : 'unreachable')

  const readBody = async (response: Response): Promise<Body> => {
    let text: string
    try {
      text = await response.text()
    } catch {
      return { ok: false, refusal: failed() }
    }
    if (options.expect === 'page') return { ok: true, value: text }
    try {
      // A prefix that keeps JSON from being run as a script; older Canvas sends it.
      return { ok: true, value: JSON.parse(text.replace(/^while\(1\);/, '')) }
    } catch {
      return { ok: false, refusal: 'broken' }
    }
  }

  const send = async (url: string, { redirect = 'follow', post }: AskInit): Promise<Reply> => {
    for (;;) {
      await pause
      const asked = pauses
      const response = await context.fetch(url, {
        ...(post === undefined ? {} : { method: 'POST', body: JSON.stringify(post) }),
        headers: post === undefined ? options.headers : { ...options.headers, 'Content-Type': 'application/json' },
        credentials: 'same-origin',
        redirect,
        signal: AbortSignal.any([context.signal, AbortSignal.timeout(ANSWER_WITHIN)]),
      })
      if (response.status !== 429 && !(await options.throttled?.(response))) {
        // An answer to what was asked before the pause says nothing about the pace since.
        if (asked === pauses) strikes = 0
        const refusal = refusalOf(response, options.expect)
        if (refusal) return { ok: false, refusal }
        return { ok: true, url: response.url || url, headers: response.headers, body: readBody(response) }
      }
      // Requests that were on their way together count as one time of asking too fast.
      if (asked < pauses) continue
      const wait = BACK_OFF[strikes]
      if (wait === undefined) return { ok: false, refusal: 'throttled' }
      strikes += 1
      pauses += 1
      pause = context.sleep(Math.max(wait, retryAfter(response)))
    }
  }

  return (url, init = {}) => send(url, init).catch(() => ({ ok: false, refusal: failed() }))
}
