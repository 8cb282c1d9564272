import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { dropCookie, readCookie, writeCookie } from '../auth/cookies.ts'
import { networkOf } from '../auth/network.ts'
import { endSession, findBySession } from '../auth/sessions.ts'
import type { Service } from '../service.ts'
import type { Person } from '../store/people.ts'
import { drawPage, type Page } from './layout.ts'

export type PageEnv = { Bindings: HttpBindings }
export type PageContext = Context<PageEnv>

/**
 * `formTarget`: an origin that a form's answer may redirect to. Chromium holds `form-action` against the whole chain of
 * redirects, and the consent form's chain ends at the extension.
 */
export const pagePolicy = (formTarget?: string): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "frame-src 'self'",
    `form-action 'self'${formTarget ? ` ${formTarget}` : ''}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')

/**
 * `same-origin` and not `no-referrer`: both keep addresses with a token in them from every other site, but with the
 * latter browsers send `Origin: null` with our own forms, and the check of a form's origin would have nothing to check.
 */
export const pageHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

export interface Shown extends Page {
  readonly status?: ContentfulStatusCode
  readonly formTarget?: string
}

export const show = async (c: Context, { status = 200, formTarget, ...page }: Shown): Promise<Response> =>
  c.html(await drawPage(page), status, { ...pageHeaders, 'content-security-policy': pagePolicy(formTarget) })

/** Who is signed in to the pages. */
export const personOf = async (c: Context, { db, config }: Service): Promise<Person | undefined> => {
  const token = readCookie(c, config.publicUrl, 'session')
  return token ? await findBySession(db, token) : undefined
}

/** Signs the browser in with a session just started. The one that it had before is ended, not only forgotten. */
export const enter = async (c: Context, { db, config }: Service, session: string): Promise<void> => {
  const earlier = readCookie(c, config.publicUrl, 'session')
  if (earlier) await endSession(db, earlier)
  writeCookie(c, config.publicUrl, 'session', session)
  dropCookie(c, config.publicUrl, 'nonce')
}

export const network = (c: PageContext, { config }: Service): string => networkOf(c.env.incoming, config.trustProxy)

/** The text fields of a form; a file or a field that was sent twice counts as not sent. */
export const readForm = async (c: Context): Promise<(name: string) => string> => {
  const fields = await c.req.parseBody()
  return (name) => {
    const value = fields[name]
    return typeof value === 'string' ? value : ''
  }
}
