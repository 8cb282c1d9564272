import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type * as z from 'zod/mini'
import { CallProblem, type ProblemCode, problems } from '../lib/contract/errors.ts'
import { badName } from '../lib/contract/schemas.ts'
import { describeFailure, type Log } from './log.ts'

/** One part of a request that was not understood: where it stands, and what the matter is: `type`, `format`, `too_big`… */
interface Part {
  readonly path: string
  readonly rule: string
}

class NotUnderstood extends CallProblem {
  readonly parts: readonly Part[]
  constructor(parts: readonly Part[]) {
    super('notUnderstood')
    this.parts = parts
  }
}

/** Of a request that its schema refuses. A name that cannot be used has a code of its own: people type names. */
export const notUnderstood = ({ issues }: z.core.$ZodError): CallProblem =>
  issues.every(({ message }) => message === badName)
    ? new CallProblem('badName')
    : new NotUnderstood(
        issues.slice(0, 20).map(({ path, code }) => ({ path: path.join('.'), rule: code.replace('invalid_', '') })),
      )

/** Failures of the store that pass by themselves: no connection, a restart, two transactions in each other's way. */
export const isPassing = (problem: unknown): boolean => {
  if (!(problem instanceof Error)) return false
  const code = 'code' in problem && typeof problem.code === 'string' ? problem.code : ''
  return (
    /^(08|40|53|57P|25P03)/.test(code) ||
    /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT)$/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated|connection timeout|not queryable/i.test(
      problem.message,
    )
  )
}

/** 53100: no room on the disk. It passes when somebody makes some, so the log has to say it. */
const isFull = (problem: unknown) => problem instanceof Error && 'code' in problem && problem.code === '53100'

/** Any failure of a request as RFC 9457 problem+json; the unexpected ones are logged and say nothing. */
export const sendProblem = (c: Context, problem: unknown, log: Log): Response => {
  const known = asCallProblem(problem)
  if (!known || known.code === 'internal' || isFull(problem)) log('requestFailed', describeFailure(problem))
  const code = known ? known.code : 'internal'
  const { status, title } = problems[code]
  const detail = known?.problem.detail
  const retryAfter = known?.problem.retryAfter ?? (code === 'busy' ? 2 : undefined)
  const errors = known?.problem instanceof NotUnderstood ? known.problem.parts : undefined
  return c.json({ type: `urn:rollcall:problem:${code}`, title, status, code, detail, errors }, status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    // The rest of the body is not read, so the connection cannot be used again.
    ...(code === 'tooLarge' && { connection: 'close' }),
    ...(code === 'signedOut' && { 'www-authenticate': 'Bearer' }),
  })
}

const asCallProblem = (problem: unknown): { code: ProblemCode; problem: CallProblem } | null => {
  if (problem instanceof CallProblem && isProblemCode(problem.code)) return { code: problem.code, problem }
  if (isPassing(problem)) return { code: 'busy', problem: new CallProblem('busy') }
  if (problem instanceof HTTPException && problem.status === 413)
    return { code: 'tooLarge', problem: new CallProblem('tooLarge') }
  return null
}

const isProblemCode = (code: string): code is ProblemCode => code in problems
