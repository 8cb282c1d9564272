import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Service } from '../service.ts'
import { suppress } from '../store/suppressions.ts'
import type { Page } from './layout.ts'
import { buttonForm, own } from './parts.ts'
import { notFoundPage } from './problemPages.ts'
import { type PageEnv, show } from './web.ts'

/**
 * Where a reminder's "No more reminders" leads. Mail programs post to it by themselves (RFC 8058), from nowhere and
 * without a cookie: the token is what allows it. Looking changes nothing.
 */
export const reminderPages = (service: Service): Hono<PageEnv> => {
  const app = new Hono<PageEnv>()

  app.get('/reminders/:token', async (c) => {
    const email = await addressOf(service, c.req.param('token'))
    return email ? show(c, askPage(c.req.path, email)) : show(c, { ...notFoundPage, status: 404 })
  })

  app.post('/reminders/:token', async (c) => {
    const email = await addressOf(service, c.req.param('token'))
    if (!email) return show(c, { ...notFoundPage, status: 404 })
    await suppress(service.db, email, 'unsubscribed')
    return show(c, donePage(email))
  })

  return app
}

const addressOf = async ({ db, secrets }: Service, token: string): Promise<string | undefined> => {
  const read = secrets.readToken('reminders', token)
  if (!read?.isOf(1)) return undefined
  return (await db.selectFrom('invitations').select('email').where('id', '=', read.id).executeTakeFirst())?.email
}

const askPage = (path: string, email: string): Page => ({
  title: 'No more reminders',
  body: html`<h1>No more reminders?</h1>
<p>Nobody will be able to remind ${own(email)} of an invitation through Rollcall. Invitations themselves still arrive, and those you have stay open until they end.</p>
<div class="deeds">${buttonForm(path, 'Stop reminders')}</div>`,
})

const donePage = (email: string): Page => ({
  title: 'No more reminders',
  body: html`<h1>No more reminders</h1>
<p>${own(email)} gets no more reminders through Rollcall.</p>`,
})
