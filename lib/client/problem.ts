import { CallProblem, type ProblemCode, problems } from '../contract/errors.ts'

/**
 * What an answer that is no success means. The service says so in problem+json; a status alone is believed where any
 * server in between may rightly give it (429 and 5xx). Everything else came from somebody else.
 */
export const problemFrom = (status: number, headers: Headers, body: unknown): CallProblem => {
  const retryAfter = secondsFrom(headers.get('retry-after'))
  if (typeof body === 'object' && body !== null && 'code' in body && isCode(body.code)) {
    const detail = 'detail' in body && typeof body.detail === 'string' ? body.detail : undefined
    return new CallProblem(body.code, detail, retryAfter)
  }
  if (status === 429) return new CallProblem('tooMany', undefined, retryAfter)
  if (status >= 502 && status <= 504) return new CallProblem('busy', undefined, retryAfter)
  if (status >= 500) return new CallProblem('internal', undefined, retryAfter)
  return new CallProblem('notTheService')
}

const isCode = (code: unknown): code is ProblemCode => typeof code === 'string' && Object.hasOwn(problems, code)

/** RFC 9110 §10.2.3: seconds, or a date. */
const secondsFrom = (header: string | null): number | undefined => {
  if (!header) return undefined
  if (/^\d+$/.test(header.trim())) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000))
}
