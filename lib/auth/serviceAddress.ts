import { answerTo } from '../client/answer.ts'
import { problemFrom } from '../client/problem.ts'
import { CallProblem } from '../contract/errors.ts'
import { CONTRACT_VERSION } from '../contract/limits.ts'

const TIMEOUT = 15_000
const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/

/**
 * The address of a service as somebody types it, without path or trailing slash; null where there is none. Off this
 * computer it has to be https: a token travels in every request.
 */
export const serviceAddress = (typed: string): string | null => {
  const text = typed.trim()
  if (!text) return null
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `${isLocal(text) ? 'http' : 'https'}://${text}`
  if (!URL.canParse(address)) return null
  const { protocol, hostname, origin, username, password } = new URL(address)
  if (username || password) return null
  if (protocol === 'http:' && loopback.test(hostname)) return origin
  return protocol === 'https:' && hostname.includes('.') ? origin : null
}

const isLocal = (text: string) => loopback.test(text.replace(/[:/](?!.*\]).*$/, ''))

/** Resolves when a Rollcall service of our contract answers there; rejects with a CallProblem that says what does not. */
export const checkService = async (fetch: typeof globalThis.fetch, service: string): Promise<void> => {
  const { status, headers, body } = await answerTo(
    fetch(`${service}/healthz`, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT),
    }),
  )
  if (status !== 200) throw problemFrom(status, headers, body)
  if (typeof body !== 'object' || body === null || !('service' in body) || body.service !== 'rollcall')
    throw new CallProblem('notTheService')
  if (!('contract' in body) || body.contract !== CONTRACT_VERSION) throw new CallProblem('versionMismatch')
}
