import { Hono } from 'hono'
import { dropCookie, readCookie, writeCookie } from '../auth/cookies.ts'
import { safeNext } from '../auth/next.ts'
import { endSession, startSession } from '../auth/sessions.ts'
import { askForCode, awaitedAddress, signInWithCode } from '../auth/signIn.ts'
import { beginJourney } from '../auth/sso/journey.ts'
import { providerFor } from '../auth/sso/providerFor.ts'
import { demoOwner } from '../demo.ts'
import type { Service } from '../service.ts'
import { findPersonByEmail } from '../store/people.ts'
import { notFoundPage } from './problemPages.ts'
import {
  codeGonePage,
  codePage,
  notAnAddress,
  signInPage,
  tooManyAsked,
  tooManyTried,
  wrongCode,
} from './signInPages.ts'
import { schoolOnlyPage } from './ssoPages.ts'
import {
  browser,
  enter,
  languageFor,
  network,
  type PageContext,
  type PageEnv,
  personOf,
  readForm,
  show,
} from './web.ts'

/** Address, then the code from the mail; signing out; the demo's short way in. */
export const signInPages = (service: Service): Hono<PageEnv> => {
  const { config, db } = service
  const app = new Hono<PageEnv>()
  const enterAndGo = async (c: PageContext, session: string, next: string) => {
    await enter(c, service, session)
    return c.redirect(next, 303)
  }

  app.get('/signin', async (c) => {
    const next = safeNext(c.req.query('next'))
    if (await personOf(c, service)) return c.redirect(next, 303)
    return show(c, signInPage(service, { next }))
  })

  app.post('/signin', async (c) => {
    const field = await readForm(c)
    const next = safeNext(field('next'))
    const address = field('address')
    const provider = await providerFor(service, address)
    // A code where the person asks for one, and may.
    if (provider && (provider.inForce || field('how') !== 'code')) {
      writeCookie(c, config.publicUrl, 'sso', await beginJourney(service, provider, { address, next }))
      return c.redirect('/signin/sso', 303)
    }
    const asked = await askForCode(service, {
      address,
      network: network(c, service),
      language: languageFor(c),
      known: readCookie(c, config.publicUrl, 'known'),
    })
    if (asked.state === 'noAddress')
      return show(c, signInPage(service, { next, address, problem: notAnAddress }), { status: 422, at: startOf(next) })
    if (asked.state === 'tooMany') {
      c.header('retry-after', String(asked.wait))
      const page = signInPage(service, { next, address, problem: tooManyAsked(asked.wait) })
      return show(c, page, { status: 429, at: startOf(next) })
    }
    writeCookie(c, config.publicUrl, 'nonce', asked.nonce)
    return c.redirect(codeOf(next), 303)
  })

  app.get('/signin/code', async (c) => {
    const next = safeNext(c.req.query('next'))
    const nonce = readCookie(c, config.publicUrl, 'nonce')
    const address = nonce && (await awaitedAddress(db, nonce))
    if (!address) return c.redirect(startOf(next), 303)
    return show(c, codePage(service, { next, address }))
  })

  app.post('/signin/code', async (c) => {
    const field = await readForm(c)
    const next = safeNext(field('next'))
    const nonce = readCookie(c, config.publicUrl, 'nonce') ?? ''
    const attempt = { nonce, code: field('code'), network: network(c, service), browser: browser(c) }
    const spent = await signInWithCode(service, attempt)
    if (spent.state === 'right') return enterAndGo(c, spent.result, next)
    if (spent.state === 'tooMany') c.header('retry-after', String(spent.wait))
    if (spent.state === 'elsewhere') return show(c, schoolOnlyPage(next), { status: 403, at: startOf(next) })
    const address = await awaitedAddress(db, nonce)
    if (spent.state === 'gone' || !address) return show(c, codeGonePage(next), { status: 401, at: startOf(next) })
    const problem = spent.state === 'wrong' ? wrongCode(spent.left) : tooManyTried(spent.wait)
    const status = spent.state === 'wrong' ? 401 : 429
    return show(c, codePage(service, { next, address, problem }), { status, at: codeOf(next) })
  })

  app.post('/signin/demo', async (c) => {
    const field = await readForm(c)
    const ada = config.demo ? await findPersonByEmail(db, demoOwner.email) : undefined
    if (!ada) return show(c, notFoundPage, { status: 404 })
    return enterAndGo(c, await startSession(db, ada.id, browser(c)), safeNext(field('next')))
  })

  app.post('/signout', async (c) => {
    const field = await readForm(c)
    const session = readCookie(c, config.publicUrl, 'session')
    if (session) await endSession(db, session)
    dropCookie(c, config.publicUrl, 'session')
    return c.redirect(safeNext(field('next')), 303)
  })

  return app
}

const startOf = (next: string) => `/signin?next=${encodeURIComponent(next)}`
const codeOf = (next: string) => `/signin/code?next=${encodeURIComponent(next)}`
