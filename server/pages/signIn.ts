import { Hono } from 'hono'
import { dropCookie, readCookie, writeCookie } from '../auth/cookies.ts'
import { safeNext } from '../auth/next.ts'
import { endSession, startSession } from '../auth/sessions.ts'
import { askForCode } from '../auth/signIn.ts'
import { beginJourney } from '../auth/sso/journey.ts'
import { providerFor } from '../auth/sso/providerFor.ts'
import { demoOwner } from '../demo.ts'
import type { Service } from '../service.ts'
import { findPersonByEmail } from '../store/people.ts'
import { notFoundPage } from './problemPages.ts'
import { notAnAddress, signInPage, tooManyAsked } from './signInPages.ts'
import { codeOf, startOf } from './signInPlaces.ts'
import { browser, enter, languageFor, network, type PageEnv, personOf, readForm, show } from './web.ts'

/** The address, which leads to a code or to a school's own page; the demo's short way in; signing out. */
export const signInPages = (service: Service): Hono<PageEnv> => {
  const { config, db } = service
  const app = new Hono<PageEnv>()

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

  app.post('/signin/demo', async (c) => {
    const field = await readForm(c)
    const ada = config.demo ? await findPersonByEmail(db, demoOwner.email) : undefined
    if (!ada) return show(c, notFoundPage, { status: 404 })
    await enter(c, service, await startSession(db, ada.id, browser(c)))
    return c.redirect(safeNext(field('next')), 303)
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
