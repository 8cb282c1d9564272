import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Interruption } from '../shared/interruption.ts'
import type { Place } from './pages/layout.ts'
import { errorPage, loginPage } from './pages/plain.ts'
import type { StandInContext } from './world.ts'

const messages = {
  servicerequireslogin: 'Web service is not available (the session has been logged out or has expired).',
  invalidsesskey: 'Your session has most likely timed out. Please log in again.',
  servicenotavailable: 'Web service is not available. (It doesn’t exist or might be disabled.)',
  invalidparameter: 'Invalid parameter value detected',
  generalexceptionmessage: 'Exception - The value supplied was of the wrong type. An integer was expected.',
  invalidrecord: 'Can’t find data record in database table course.',
  requireloginerror: 'Course or activity not accessible. (Not enrolled)',
  nopermissions: 'Sorry, but you do not currently have permissions to do that (View participants).',
  codingerror: 'Coding error detected: User must be part of a group to filter by participants.',
} as const

export type ErrorCode = keyof typeof messages

/** Moodle's own way to refuse a call: with 200. */
export const refuseCall = (c: StandInContext, errorcode: ErrorCode) =>
  c.json([{ error: true, exception: { message: messages[errorcode], errorcode, link: new URL(c.req.url).origin } }])

/** Each misfortune as Moodle, or the network before it, shows it to a call or to a page that is fetched (lms/moodle.md §6). */
export const refusals = (
  place: Place,
  isCall: boolean,
  retryAfter: number,
): Record<Interruption['as'], (c: StandInContext) => Response | Promise<Response>> => {
  const status = (code: 401 | 403 | 429 | 502, title: string) => (c: StandInContext) =>
    c.html(
      `<!doctype html><title>${code} ${title}</title><h1>${code} ${title}</h1>`,
      code,
      code === 429 && retryAfter > 0 ? { 'Retry-After': String(retryAfter) } : {},
    )
  const own = (code: ErrorCode, page: (c: StandInContext) => Response | Promise<Response>) => (c: StandInContext) =>
    isCall ? refuseCall(c, code) : page(c)
  const notFound = (c: StandInContext) => c.html(errorPage(place, messages.nopermissions), 404)
  const toLogin = (c: StandInContext) => c.redirect(`${place.root}/login/index.php`, 303)
  return {
    throttled403: status(403, 'Forbidden'),
    throttled429: status(429, 'Too Many Requests'),
    unauthenticated: own('servicerequireslogin', toLogin),
    unauthorized: status(401, 'Unauthorized'),
    forbidden: own('nopermissions', notFound),
    badRequest: own('invalidparameter', notFound),
    notFound: (c) => c.html('<!doctype html><title>404 Not Found</title><h1>Not Found</h1>', 404),
    broken: status(502, 'Bad Gateway'),
    loginPage: (c) => c.html(loginPage(place, '/my/courses.php')),
    html: (c) => c.html('<!doctype html><title>Maintenance</title><p>The site is being looked after.</p>'),
    hangUp: (c) => {
      c.env.outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    },
  }
}
