import { Hono } from 'hono'
import { html } from 'hono/html'
import type Provider from 'oidc-provider'
import { redirectUris } from '../auth/clients.ts'
import { readCookie } from '../auth/cookies.ts'
import type { GiveProvider } from '../auth/giveProvider.ts'
import { endSession } from '../auth/sessions.ts'
import { SCOPE } from '../auth/terms.ts'
import { nameConnection } from '../auth/visits.ts'
import type { Service } from '../service.ts'
import type { Draw } from './layout.ts'
import { buttonForm } from './parts.ts'
import { flowExpiredPage } from './problemPages.ts'
import { browser, type PageContext, type PageEnv, personOf, readForm, show } from './web.ts'

type Flow = Awaited<ReturnType<Provider['interactionDetails']>>

/** The provider's two questions, on one address per flow: who is it, and may the extension act for them. */
export const connectPages = (service: Service, provider: GiveProvider): Hono<PageEnv> => {
  const { config, db } = service
  const app = new Hono<PageEnv>()
  const finish = async (c: PageContext, result: Parameters<Provider['interactionResult']>[2]) =>
    c.redirect(await (await provider()).interactionResult(c.env.incoming, c.env.outgoing, result), 303)

  // Short enough to be typed.
  app.get('/connect', (c) => c.redirect('/oauth/device', 303))

  app.get('/signin/:flow', async (c) => {
    const flow = await flowOf(await provider(), c)
    if (!flow) return show(c, flowExpiredPage, { status: 400 })
    const person = await personOf(c, service)
    if (flow.prompt.name === 'login')
      return person ? finish(c, { login: { accountId: person.id } }) : c.redirect(`/signin?next=${c.req.path}`, 303)
    if (flow.session?.accountId !== person?.id || !person) return c.redirect(again(flow), 303)
    // Typed on our own page: it ends there too.
    if (flow.deviceCode) return show(c, consentPage(c.req.path, person.email, undefined))
    const target = new URL(String(flow.params.redirect_uri)).origin
    return show(c, consentPage(c.req.path, person.email, foreign(service, target)), { formTarget: target })
  })

  app.post('/signin/:flow', async (c) => {
    const flow = await flowOf(await provider(), c)
    const person = await personOf(c, service)
    if (flow?.prompt.name !== 'consent') return show(c, flowExpiredPage, { status: 400 })
    const answer = (await readForm(c))('answer')
    const session = readCookie(c, config.publicUrl, 'session') ?? ''
    if (answer === 'switch') {
      if (session) await endSession(db, session)
    }
    // Somebody else signed in meanwhile, or nobody is: the question was put to another person.
    if (answer === 'switch' || !person || flow.session?.accountId !== person.id) return c.redirect(again(flow), 303)
    if (answer !== 'connect') return finish(c, { error: 'access_denied', error_description: 'The person said no.' })
    const { Grant } = await provider()
    const grant = new Grant({ accountId: person.id, clientId: String(flow.params.client_id) })
    grant.addOIDCScope(SCOPE)
    const grantId = await grant.save()
    const target = String(flow.params.redirect_uri ?? '')
    const extension = target ? foreign(service, new URL(target).origin) : undefined
    await nameConnection(db, grantId, { browser: browser(c), extension: extension ?? null, session })
    return finish(c, { consent: { grantId } })
  })

  return app
}

/** The flow that this browser is in, by the provider's own signed cookie. */
const flowOf = async (provider: Provider, c: PageContext): Promise<Flow | undefined> => {
  try {
    return await provider.interactionDetails(c.env.incoming, c.env.outgoing)
  } catch (problem) {
    if (problem instanceof Error && problem.name === 'SessionNotFound') return undefined
    throw problem
  }
}

/** The same request from its beginning: the library does not let the person of a flow change half-way. */
const again = (flow: Flow): string => {
  if (flow.deviceCode) return '/oauth/device'
  const params = Object.entries(flow.params).map(([name, value]) => [name, String(value)])
  return `/oauth/authorize?${new URLSearchParams(params)}`
}

/** Where the answer goes, when it is not to an extension we publish ourselves. */
const foreign = ({ config }: Service, target: string): string | undefined =>
  redirectUris([]).some((uri) => new URL(uri).origin === target) || !config.extensions.length
    ? undefined
    : new URL(target).hostname.split('.')[0]

const consentPage =
  (path: string, email: string, extension: string | undefined): Draw =>
  (say) => ({
    title: say.text('connect.title'),
    body: html`<h1>${say('connect.heading', { email })}</h1>
${extension ? html`<p>${say('connect.ownBuild', { extension })}</p>` : ''}
<p>${say('connect.may')}</p>
<ul>
<li>${say('connect.see')}</li>
<li>${say('connect.invite')}</li>
</ul>
<p class="quiet">${say('connect.until')}</p>
<div class="deeds">
${buttonForm(path, say('connect.yes'), { fields: { answer: 'connect' } })}
${buttonForm(path, say('connect.no'), { look: 'quiet', fields: { answer: 'no' } })}
</div>
<div class="aside">${buttonForm(path, say('join.switch'), { look: 'plain', fields: { answer: 'switch' } })}</div>`,
  })
