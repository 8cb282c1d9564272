import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Interruption } from '../shared/interruption.ts'
import { loginPage } from './pages/login.ts'
import type { StandInContext } from './world.ts'

const refuse = (status: 400 | 401 | 403 | 404, message: string) => (c: StandInContext) =>
  c.json({ status, message }, status)

export const unauthenticated = refuse(401, 'API request is not authenticated.')
export const forbidden = refuse(403, 'User does not have sufficient privileges.')
export const notFound = refuse(404, 'The specified object was not found.')
export const badRequest = refuse(400, 'Unknown query parameter.')

const throttled = (retryAfter: number) => (c: StandInContext) =>
  c.json({ status: 429, message: 'Too many requests.' }, 429, {
    ...(retryAfter > 0 ? { 'Retry-After': String(retryAfter) } : {}),
    'X-Rate-Limit-Remaining': '0',
  })

/** Each misfortune as Blackboard, or the network before it, shows it (lms/blackboard.md §5.6). */
export const refusals = (
  retryAfter: number,
): Record<Interruption['as'], (c: StandInContext) => Response | Promise<Response>> => ({
  throttled403: forbidden,
  throttled429: throttled(retryAfter),
  unauthenticated,
  unauthorized: unauthenticated,
  forbidden,
  badRequest,
  notFound,
  broken: (c) => c.html('<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>', 502),
  loginPage: (c) => c.html(loginPage('/ultra/course')),
  html: (c) => c.html('<!doctype html><title>Maintenance</title><p>The site is being looked after.</p>'),
  hangUp: (c) => {
    c.env.outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  },
})
