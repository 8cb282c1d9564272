import { Hono } from 'hono'
import { html } from 'hono/html'
import { dropCookie, readCookie, writeCookie } from '../auth/cookies.ts'
import { safeNext } from '../auth/next.ts'
import { endSession, startSession } from '../auth/sessions.ts'
import { askForCode, awaitedAddress, spendCode } from '../auth/signIn.ts'
import { isLoopback } from '../config.ts'
import { demoOwner } from '../demo.ts'
import type { Service } from '../service.ts'
import { findPersonByEmail } from '../store/people.ts'
import type { Html, Page } from './layout.ts'
import { buttonForm, buttonLink, minutes, notice, own } from './parts.ts'
import { notFoundPage } from './problemPages.ts'
import { enter, network, type PageContext, type PageEnv, personOf, readForm, show } from './web.ts'

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
    const asked = await askForCode(service, { address, network: network(c, service) })
    if (asked.state === 'noAddress')
      return show(c, { ...signInPage(service, { next, address, problem: notAnAddress }), status: 422 })
    if (asked.state === 'tooMany') {
      c.header('retry-after', String(asked.wait))
      return show(c, { ...signInPage(service, { next, address, problem: tooManyAsked(asked.wait) }), status: 429 })
    }
    writeCookie(c, config.publicUrl, 'nonce', asked.nonce)
    return c.redirect(`/signin/code?next=${encodeURIComponent(next)}`, 303)
  })

  app.get('/signin/code', async (c) => {
    const next = safeNext(c.req.query('next'))
    const nonce = readCookie(c, config.publicUrl, 'nonce')
    const address = nonce && (await awaitedAddress(db, nonce))
    if (!address) return c.redirect(`/signin?next=${encodeURIComponent(next)}`, 303)
    return show(c, codePage(service, { next, address }))
  })

  app.post('/signin/code', async (c) => {
    const field = await readForm(c)
    const next = safeNext(field('next'))
    const nonce = readCookie(c, config.publicUrl, 'nonce') ?? ''
    const spent = await spendCode(service, { nonce, code: field('code'), network: network(c, service) })
    if (spent.state === 'signedIn') return enterAndGo(c, spent.session, next)
    if (spent.state === 'tooMany') c.header('retry-after', String(spent.wait))
    const address = await awaitedAddress(db, nonce)
    if (spent.state === 'gone' || !address) return show(c, { ...codeGonePage(next), status: 401 })
    const problem = spent.state === 'wrong' ? wrongCode(spent.left) : tooManyTried(spent.wait)
    return show(c, { ...codePage(service, { next, address, problem }), status: spent.state === 'wrong' ? 401 : 429 })
  })

  app.post('/signin/demo', async (c) => {
    const field = await readForm(c)
    const ada = config.demo ? await findPersonByEmail(db, demoOwner.email) : undefined
    if (!ada) return show(c, { ...notFoundPage, status: 404 })
    return enterAndGo(c, await startSession(db, ada.id), safeNext(field('next')))
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

/** The form that asks for an address; also part of the pages that somebody signed out can reach. */
export const addressForm = (
  { config }: Service,
  { next, address = '', label = 'Send me a code' }: { next: string; address?: string; label?: string },
): Html => html`
<form method="post" action="/signin">
<input type="hidden" name="next" value="${next}">
<label for="address">Email address</label>
<input id="address" name="address" type="email" value="${address}" autocomplete="email" maxlength="254" required autofocus>
<button class="primary">${label}</button>
</form>
${config.demo ? html`<p class="or">or</p>${buttonForm('/signin/demo', `Continue as ${demoOwner.name} (demo)`, { look: 'quiet', fields: { next } })}` : ''}`

const signInPage = (
  service: Service,
  { next, address, problem }: { next: string; address?: string; problem?: Html },
): Page => ({
  title: 'Sign in',
  body: html`<h1>Sign in</h1>
<p>${connecting(next) ? 'Sign in first, then you can connect the extension. ' : ''}Type your address and we send a code to it. There is no password.</p>
${problem ?? ''}
${addressForm(service, { next, ...(address === undefined ? {} : { address }) })}
<p class="quiet">Invited, and no mail? <a href="/invited">Can’t get in?</a></p>`,
})

const codePage = (
  { config }: Service,
  { next, address, problem }: { next: string; address: string; problem?: Html },
): Page => ({
  title: 'Type the code',
  body: html`<h1>Type the code</h1>
<p>We sent eight digits to ${own(address)}. They work for ten minutes, in this browser only.</p>
${problem ?? ''}
${keptMail(config) ? notice('info', 'Mail is not set up on this computer', html`The code waits on the <a href="/outbox" target="_blank">outbox page</a>, which opens in a new tab.`) : ''}
<form method="post" action="/signin/code">
<input type="hidden" name="next" value="${next}">
<label for="code">Code</label>
<input id="code" name="code" class="code" inputmode="numeric" pattern="\\s*(\\d\\s*){8}" title="The eight digits from the mail" autocomplete="one-time-code" maxlength="16" required autofocus>
<button class="primary">Sign in</button>
</form>
<p class="quiet">No mail after a minute? Look among spam, or <a href="/signin?next=${encodeURIComponent(next)}">ask for a new code</a>.</p>`,
})

const codeGonePage = (next: string): Page => ({
  title: 'Ask for a new code',
  body: html`<h1>Ask for a new code</h1>
<p>This one can no longer be used: it was used already, is older than ten minutes, was tried five times, or was asked for in another browser.</p>
<div class="deeds">${buttonLink(`/signin?next=${encodeURIComponent(next)}`, 'Ask for a new code')}</div>`,
})

const notAnAddress = notice('attention', 'This does not read as an address', 'An address looks like name@school.edu.')
const wrongCode = (left: number) =>
  notice(
    'attention',
    'This is not the code',
    `Compare it with the latest mail. ${left === 1 ? 'One more try' : `${left} more tries`}, then a new code is needed.`,
  )
const tooManyAsked = (wait: number) =>
  notice('attention', 'Too many codes were asked for', `Wait ${minutes(wait)}, then ask again.`)
const tooManyTried = (wait: number) =>
  notice('attention', 'Too many codes were tried from this network', `Wait ${minutes(wait)}, then ask for a new one.`)

const connecting = (next: string) => /^\/signin\/[\w-]+$/.test(next)
/** Without a mail server, and where only this computer reaches the service, the outbox page is the mailbox. */
const keptMail = ({ smtpUrl, publicUrl }: Service['config']) =>
  !smtpUrl && isLoopback(new URL(publicUrl).hostname.replace(/^\[|\]$/g, ''))
