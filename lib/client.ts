import * as z from 'zod/mini'
import { answerTo } from './client/answer.ts'
import { problemFrom } from './client/problem.ts'
import { requestFor } from './client/request.ts'
import { type CallName, type CallOutput, type CallService, calls } from './contract/calls.ts'
import { CallProblem } from './contract/errors.ts'

export interface ClientOptions {
  /** Where the service is, with or without a trailing slash. '' on its own pages. */
  readonly baseUrl: string
  readonly fetch: typeof globalThis.fetch
  /** The bearer token; null where a cookie speaks for the person, as in the web app. */
  readonly token: () => Promise<string | null>
  /** Milliseconds from asking to the end of the answer. Unless given: 15 s for reading, 30 s for writing. */
  readonly timeoutMs?: number
}

const READ_TIMEOUT = 15_000
const WRITE_TIMEOUT = 30_000

/** The answers' schemas by what they make, so that TypeScript follows one name from the call to its answer. */
type Outputs = { readonly [N in CallName]: { readonly output: z.core.$ZodType<CallOutput<N>> } }
const rows: Outputs = calls

/** The contract's table as one function. Every failure is a CallProblem. */
export const createClient = ({ baseUrl, fetch, token, timeoutMs }: ClientOptions): CallService => {
  const root = baseUrl.replace(/\/+$/, '')
  return async (name, input) => {
    const request = requestFor(calls[name], input)
    const bearer = await token()
    const signal = AbortSignal.timeout(timeoutMs ?? (request.method === 'GET' ? READ_TIMEOUT : WRITE_TIMEOUT))
    const { status, body, headers } = await answerTo(
      fetch(root + request.path, {
        method: request.method,
        headers: { ...request.headers, ...(bearer !== null && { authorization: `Bearer ${bearer}` }) },
        body: request.body,
        credentials: 'same-origin',
        cache: 'no-store',
        // The API redirects nobody: what does is a sign-in page of a network or a proxy.
        redirect: 'manual',
        signal,
      }),
    )
    if (status < 200 || status > 299) throw problemFrom(status, headers, body)
    const parsed = z.safeParse(rows[name].output, body)
    if (!parsed.success) throw new CallProblem('notTheService')
    return parsed.data
  }
}
