import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { setCookie } from 'hono/cookie'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Language } from '../../lib/contract/schemas.ts'
import { browserName } from '../auth/browserName.ts'
import { dropCookie, readCookie, writeCookie } from '../auth/cookies.ts'
import { knownBrowser } from '../auth/knownBrowser.ts'
import { networkOf } from '../auth/network.ts'
import { endSession, findBySession } from '../auth/sessions.ts'
import type { Service } from '../service.ts'
import type { Person } from '../store/people.ts'
import { sayIn } from '../words/say.ts'
import { chosenLanguage, keptLanguage } from './chosenLanguage.ts'
import { type Draw, drawPage } from './layout.ts'

export type PageEnv = {
  Bindings: HttpBindings
  Variables: { chosen?: Language | undefined; servicesOwn?: Language }
}
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

/** Reads what language a request asks for, and keeps one that was chosen from the menu. */
export const chooseLanguage =
  ({ config }: Pick<Service, 'config'>): MiddlewareHandler<PageEnv> =>
  async (c, next) => {
    const asked = c.req.query('lang')
    const { language, isNew } = chosenLanguage(asked, c.req.header('cookie'), c.req.header('accept-language'))
    c.set('chosen', language)
    c.set('servicesOwn', config.language)
    if (isNew && language) setCookie(c, keptLanguage.name, language, keptLanguage.options(config.publicUrl))
    await next()
  }

/** What to speak: as the reader chose or their browser says, else as the Workspace does that the page is about. */
export const languageFor = (c: Context<PageEnv>, workspaces?: Language | null): Language =>
  c.get('chosen') ?? workspaces ?? c.get('servicesOwn') ?? 'en'

export interface Showing {
  readonly status?: ContentfulStatusCode
  readonly formTarget?: string
  /** Of the Workspace that the page is about. */
  readonly language?: Language | null
  /** Where the same page is found by looking, for one that answers a form. Default: where it is. */
  readonly at?: string
}

export const show = async (
  // biome-ignore lint/suspicious/noExplicitAny: a page of any part of the service
  c: Context<any>,
  draw: Draw,
  { status = 200, formTarget, language, at }: Showing = {},
): Promise<Response> => {
  const url = new URL(c.req.url)
  const say = sayIn(languageFor(c, language))
  return c.html(await drawPage(draw, say, at ?? `${url.pathname}${url.search}`), status, {
    ...pageHeaders,
    'content-security-policy': pagePolicy(formTarget),
  })
}

/** Who is signed in to the pages. */
export const personOf = async (c: Context, { db, config }: Service): Promise<Person | undefined> => {
  const token = readCookie(c, config.publicUrl, 'session')
  return token ? await findBySession(db, token) : undefined
}

/** Signs the browser in with a session just started. The one that it had before is ended, not only forgotten. */
export const enter = async (c: Context, { db, config, secrets }: Service, session: string): Promise<void> => {
  const earlier = readCookie(c, config.publicUrl, 'session')
  if (earlier) await endSession(db, earlier)
  writeCookie(c, config.publicUrl, 'session', session)
  dropCookie(c, config.publicUrl, 'nonce')
  const person = await findBySession(db, session)
  if (person) writeCookie(c, config.publicUrl, 'known', knownBrowser(secrets, person.email))
}

/** What the browser calls itself, in a few words. */
export const browser = (c: Context): string => browserName(c.req.header('user-agent'))

export const network = (c: PageContext, { config }: Service): string => networkOf(c.env.incoming, config.trustProxy)

/** The text fields of a form; a file or a field that was sent twice counts as not sent. */
export const readForm = async (c: Context): Promise<(name: string) => string> => {
  const fields = await c.req.parseBody()
  return (name) => {
    const value = fields[name]
    return typeof value === 'string' ? value : ''
  }
}
