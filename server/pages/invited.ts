import { Hono } from 'hono'
import { html } from 'hono/html'
import { mailAgain } from '../actions/mailAgain.ts'
import type { Service } from '../service.ts'
import type { Say } from '../words/say.ts'
import type { Draw } from './layout.ts'
import type { Html } from './own.ts'
import { addressField, buttonLink, link, notice } from './parts.ts'
import { network, type PageEnv, readForm, show } from './web.ts'

/**
 * "Can't get in?": who types an address that was invited gets the mail again. The page says the same to everybody, so
 * that it tells nobody who is in a class.
 */
export const invitedPages = (service: Service): Hono<PageEnv> => {
  const app = new Hono<PageEnv>()

  app.get('/invited', (c) => show(c, askPage()))

  app.post('/invited', async (c) => {
    const address = (await readForm(c))('address')
    const asked = await mailAgain(service, { address, network: network(c, service) })
    if (asked.state === 'noAddress') return show(c, askPage({ address, problem: notAnAddress }), { status: 422 })
    if (asked.state === 'tooMany') {
      c.header('retry-after', String(asked.wait))
      return show(c, askPage({ address, problem: tooMany(asked.wait) }), { status: 429 })
    }
    return c.redirect('/invited/again', 303)
  })

  app.get('/invited/again', (c) => show(c, askedPage))

  return app
}

const askPage =
  ({ address = '', problem }: { address?: string; problem?: (say: Say) => Html } = {}): Draw =>
  (say) => ({
    title: say.text('again.title'),
    body: html`<h1>${say('again.title')}</h1>
<p>${say('again.type')}</p>
${problem ? problem(say) : ''}
<form method="post" action="/invited">
${addressField(say, address)}
<button class="primary">${say('again.mail')}</button>
</form>
<p class="quiet">${say('again.accepted', { link: link('/signin', say('signIn.title')) })}</p>`,
  })

const askedPage: Draw = (say) => ({
  title: say.text('again.look'),
  body: html`<h1>${say('again.look')}</h1>
<p>${say('again.onItsWay')}</p>
<p>${say('again.nothing')}</p>
<div class="deeds">${buttonLink('/invited', say('again.other'), 'quiet')}</div>`,
})

const notAnAddress = (say: Say) => notice('attention', say('address.wrong'), say('address.example'))
const tooMany = (wait: number) => (say: Say) =>
  notice('attention', say('again.tooOften'), say('wait.again', say.minutes(wait)))
