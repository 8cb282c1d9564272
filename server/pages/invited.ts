import { Hono } from 'hono'
import { html } from 'hono/html'
import { mailAgain } from '../actions/mailAgain.ts'
import type { Service } from '../service.ts'
import type { Html, Page } from './layout.ts'
import { buttonLink, minutes, notice } from './parts.ts'
import { network, type PageEnv, readForm, show } from './web.ts'

/**
 * "Can't get in?": who types an address that was invited gets the mail again. The page says the same to everybody, so
 * that it tells nobody who is in a class.
 */
export const invitedPages = (service: Service): Hono<PageEnv> => {
  const app = new Hono<PageEnv>()

  app.get('/invited', (c) => show(c, askPage({})))

  app.post('/invited', async (c) => {
    const address = (await readForm(c))('address')
    const asked = await mailAgain(service, { address, network: network(c, service) })
    if (asked.state === 'noAddress') return show(c, { ...askPage({ address, problem: notAnAddress }), status: 422 })
    if (asked.state === 'tooMany') {
      c.header('retry-after', String(asked.wait))
      return show(c, { ...askPage({ address, problem: tooMany(asked.wait) }), status: 429 })
    }
    return c.redirect('/invited/again', 303)
  })

  app.get('/invited/again', (c) => show(c, askedPage))

  return app
}

const askPage = ({ address = '', problem }: { address?: string; problem?: Html }): Page => ({
  title: 'Can’t get in?',
  body: html`<h1>Can’t get in?</h1>
<p>Type the address your school knows you by. If it was invited, the invitation is mailed to it again.</p>
${problem ?? ''}
<form method="post" action="/invited">
<label for="address">Email address</label>
<input id="address" name="address" type="email" value="${address}" autocomplete="email" maxlength="254" required autofocus>
<button class="primary">Mail it again</button>
</form>
<p class="quiet">Accepted already? <a href="/signin">Sign in</a> instead.</p>`,
})

const askedPage: Page = {
  title: 'Look for the mail',
  body: html`<h1>Look for the mail</h1>
<p>If that address has an invitation that is still open, it is on its way and arrives within a few minutes.</p>
<p>Nothing there? Look among spam, and try the other addresses you have, such as the one your school gave you. If none of them works, ask your instructor which address was invited; they can change it.</p>
<div class="deeds">${buttonLink('/invited', 'Try another address', 'quiet')}</div>`,
}

const notAnAddress = notice('attention', 'This does not read as an address', 'An address looks like name@school.edu.')
const tooMany = (wait: number) =>
  notice('attention', 'This was asked for too often', `Wait ${minutes(wait)}, then try again.`)
