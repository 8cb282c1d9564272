import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { Email, GroupName } from '../../lib/contract/schemas.ts'
import { beginWorkspace } from '../actions/beginWorkspace.ts'
import { readCookie, writeCookie } from '../auth/cookies.ts'
import type { Service } from '../service.ts'
import { claimBeginLink, findBeginLink } from '../store/beginLinks.ts'
import { askPage, endPages, makePage, notAName, unknownPage } from './beginPages.ts'
import { notAnAddress } from './signInPages.ts'
import { type PageContext, type PageEnv, personOf, readForm, show } from './web.ts'

/**
 * Where a one-time link leads that makes a Workspace: a name and an address are typed, the address is proved as at any
 * sign-in, one button makes it. The browser in which the name was typed is the only one that goes on.
 */
export const beginPages = (service: Service): Hono<PageEnv> => {
  const { config, db } = service
  const app = new Hono<PageEnv>()
  const browserOf = (c: PageContext) => readCookie(c, config.publicUrl, 'begin')

  /** The page of a link that cannot be used; null: it can. */
  const ended = async (c: PageContext, token: string) => {
    const link = await findBeginLink(db, token, browserOf(c))
    if (!link) return show(c, unknownPage, { status: 404 })
    if (link.state !== 'open')
      return show(c, endPages[link.state], { status: link.state === 'elsewhere' ? 403 : 410, at: `/begin/${token}` })
    return null
  }

  app.get('/begin/:token', async (c) => {
    const token = c.req.param('token')
    const end = await ended(c, token)
    if (end) return end
    const link = await findBeginLink(db, token, browserOf(c))
    const person = await personOf(c, service)
    if (link?.name && person && person.email === link.email)
      return show(c, makePage({ path: c.req.path, name: link.name, email: person.email }))
    const typed = { name: link?.name ?? '', address: link?.email ?? person?.email ?? '' }
    return show(c, askPage({ path: c.req.path, ...typed }))
  })

  app.post('/begin/:token', async (c) => {
    const token = c.req.param('token')
    const end = await ended(c, token)
    if (end) return end
    const field = await readForm(c)
    const typed = { path: c.req.path, name: field('name'), address: field('address') }
    const name = GroupName.safeParse(typed.name)
    const email = Email.safeParse(typed.address)
    if (!name.success) return show(c, askPage({ ...typed, problem: notAName }), { status: 422 })
    if (!email.success) return show(c, askPage({ ...typed, problem: notAnAddress }), { status: 422 })
    const browser = browserOf(c) ?? randomBytes(32).toString('base64url')
    const claimed = await claimBeginLink(db, { token, browser, name: name.data, email: email.data })
    if (!claimed) return c.redirect(c.req.path, 303)
    writeCookie(c, config.publicUrl, 'begin', browser)
    const person = await personOf(c, service)
    // The same form goes on to the sign-in, which takes its address and comes back here.
    return person?.email === email.data ? c.redirect(c.req.path, 303) : c.redirect('/signin', 307)
  })

  app.post('/begin/:token/make', async (c) => {
    const token = c.req.param('token')
    const back = `/begin/${token}`
    const [person, browser] = [await personOf(c, service), browserOf(c)]
    if (!person || !browser) return c.redirect(back, 303)
    const made = await db.transaction().execute((tx) => beginWorkspace(tx, { token, browser }, person))
    return c.redirect(made ? '/' : back, 303)
  })

  return app
}
