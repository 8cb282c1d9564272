import { Hono } from 'hono'
import { html } from 'hono/html'
import { acceptInvitation } from '../actions/acceptInvitation.ts'
import { isOffDomain } from '../actions/isOffDomain.ts'
import { dropCookie, readCookie, writeCookie } from '../auth/cookies.ts'
import { askForCode, awaitedAddress, spendCode } from '../auth/signIn.ts'
import { providerFor } from '../auth/sso/providerFor.ts'
import type { Service } from '../service.ts'
import type { Person } from '../store/people.ts'
import { holdPlace } from '../store/quotas.ts'
import { settingsOf } from '../store/workspaceSettings.ts'
import { findWorkspaceRole } from '../store/workspaces.ts'
import type { Say } from '../words/say.ts'
import { findInvitation, type InvitationView } from './findInvitation.ts'
import type { Draw } from './layout.ts'
import type { Html } from './own.ts'
import { link } from './parts.ts'
import { codeGonePage, tooManyAsked, tooManyTried, wrongCode } from './signInPages.ts'
import { languageFor, network, type PageContext, type PageEnv, personOf, readForm, show } from './web.ts'

/**
 * "Use this address": somebody who is signed in with one address accepts an invitation for another. Both are proved, the
 * invited one by a code that was mailed to it just now: the link alone may have been passed on.
 */
export const acceptAsPages = (service: Service): Hono<PageEnv> => {
  const { config, db } = service
  const app = new Hono<PageEnv>()
  const pathOf = (c: PageContext) => c.req.path.replace(/\/as(\/code)?$/, '')
  const showCode = (c: PageContext, invitation: InvitationView, person: Person, problem?: Problem) =>
    show(c, codePage(pathOf(c), invitation, person, problem?.say), {
      ...{ status: problem?.status ?? 200, language: invitation.language, at: `${pathOf(c)}/as` },
    })
  /** Who may go on; undefined sends back to the invitation, which says what is the matter. */
  const wanted = async (c: PageContext) => {
    const invitation = await findInvitation(service, c.req.param('token') ?? '')
    const person = await personOf(c, service)
    const may = person && invitation && (await mayUseOther(service, invitation, person)) === 'may'
    return may ? { invitation, person } : undefined
  }

  app.post('/accept/:token/as', async (c) => {
    const found = await wanted(c)
    if (!found) return c.redirect(pathOf(c), 303)
    const { email } = found.invitation
    const language = languageFor(c, found.invitation.language)
    const asked = await askForCode(service, { address: email, network: network(c, service), language })
    if (asked.state === 'tooMany') {
      c.header('retry-after', String(asked.wait))
      return showCode(c, found.invitation, found.person, { say: tooManyAsked(asked.wait), status: 429 })
    }
    if (asked.state !== 'sent') return c.redirect(pathOf(c), 303)
    writeCookie(c, config.publicUrl, 'nonce', asked.nonce)
    return c.redirect(c.req.path, 303)
  })

  app.get('/accept/:token/as', async (c) => {
    const found = await wanted(c)
    const nonce = readCookie(c, config.publicUrl, 'nonce')
    const awaited = nonce && (await awaitedAddress(db, nonce))
    if (!found || awaited !== found.invitation.email) return c.redirect(pathOf(c), 303)
    return showCode(c, found.invitation, found.person)
  })

  app.post('/accept/:token/as/code', async (c) => {
    const found = await wanted(c)
    const nonce = readCookie(c, config.publicUrl, 'nonce') ?? ''
    if (!found) return c.redirect(pathOf(c), 303)
    const { invitation, person } = found
    const attempt = { nonce, code: (await readForm(c))('code'), network: network(c, service) }
    const spent = await spendCode(service, attempt, async (tx, email) => {
      if (email !== invitation.email) return false
      await holdPlace(tx, config.quotas, invitation.workspaceId, person.email)
      return await acceptInvitation(tx, invitation, person, email)
    })
    if (spent.state === 'right') {
      dropCookie(c, config.publicUrl, 'nonce')
      return c.redirect(spent.result ? `/groups/${invitation.group.id}` : pathOf(c), 303)
    }
    if (spent.state === 'wrong') return showCode(c, invitation, person, { say: wrongCode(spent.left), status: 401 })
    if (spent.state === 'tooMany') {
      c.header('retry-after', String(spent.wait))
      return showCode(c, invitation, person, { say: tooManyTried(spent.wait), status: 429 })
    }
    return show(c, codeGonePage(pathOf(c)), { status: 401, language: invitation.language, at: pathOf(c) })
  })

  return app
}

/**
 * Whether somebody signed in may accept with their own address. Not where the invited address signs in on its school's own
 * page, which no code stands for, nor where the Workspace would not have let theirs in.
 */
export const mayUseOther = async (
  service: Service,
  invitation: InvitationView,
  person: Person | undefined,
): Promise<'may' | 'offDomain' | 'no'> => {
  if (!person || person.email === invitation.email || invitation.state !== 'pending') return 'no'
  if ((await providerFor(service, invitation.email))?.inForce) return 'no'
  if (await findWorkspaceRole(service.db, invitation.workspaceId, person.id)) return 'may'
  return isOffDomain(await settingsOf(service.db, invitation.workspaceId), person) ? 'offDomain' : 'may'
}

interface Problem {
  readonly say: (say: Say) => Html
  readonly status: 401 | 429
}

const codePage =
  (path: string, { email, group }: InvitationView, person: Person, problem: ((say: Say) => Html) | undefined): Draw =>
  (say) => ({
    title: say.text('alias.title'),
    body: html`<h1>${say('alias.heading', { person: person.email })}</h1>
<p>${say('alias.what', { email, place: group.name, person: person.email })}</p>
<p>${say('alias.sent', { email })}</p>
${problem ? problem(say) : ''}
<form method="post" action="${path}/as/code">
<label for="code">${say('code.label')}</label>
<input id="code" name="code" class="code" dir="ltr" inputmode="numeric" pattern="\\s*(\\d\\s*){8}" title="${say.text('code.digits')}" autocomplete="one-time-code" maxlength="16" required autofocus>
<button class="primary">${say('alias.accept', { person: person.email })}</button>
</form>
<p class="quiet">${link(path, say('alias.back'))}</p>`,
  })
