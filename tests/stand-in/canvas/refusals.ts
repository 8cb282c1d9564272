import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Interruption } from '../shared/interruption.ts'
import { loginPage } from './pages/login.ts'
import type { StandInContext } from './world.ts'

const throttledText = (status: 403 | 429) => (c: StandInContext) =>
  c.text(`${status} Forbidden (Rate Limit Exceeded)`, status, { 'X-Rate-Limit-Remaining': '0.0' })

export const unauthenticated = (c: StandInContext) =>
  c.json({ status: 'unauthenticated', errors: [{ message: 'user authorization required' }] }, 401, {
    'WWW-Authenticate': 'Bearer realm="canvas-lms"',
  })

export const unauthorized = (c: StandInContext, status: 401 | 403) =>
  c.json({ status: 'unauthorized', errors: [{ message: 'user not authorized to perform that action' }] }, status)

export const notFound = (c: StandInContext) =>
  c.json({ errors: [{ message: 'The specified resource does not exist.' }] }, 404)

/** Each misfortune as Canvas, or the network before it, shows it (lms/canvas.md §6.7, §6.8). */
export const refusals: Record<Interruption['as'], (c: StandInContext) => Response | Promise<Response>> = {
  throttled403: throttledText(403),
  throttled429: throttledText(429),
  unauthenticated,
  unauthorized: (c) => unauthorized(c, 401),
  forbidden: (c) => unauthorized(c, 403),
  badRequest: (c) => c.json({ errors: [{ message: 'Invalid enrollment state' }] }, 400),
  notFound,
  broken: (c) => c.html('<!doctype html><title>Page Error</title><h1>Page Error</h1>', 500),
  loginPage: (c) => c.html(loginPage('/')),
  html: (c) => c.html('<!doctype html><title>Maintenance</title><p>The site is being looked after.</p>'),
  hangUp: (c) => {
    c.env.outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  },
}
