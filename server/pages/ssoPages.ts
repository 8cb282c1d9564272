import { html } from 'hono/html'
import { domainOf } from '../../lib/people/domains.ts'
import type { Arrival } from '../auth/sso/journey.ts'
import type { SsoProvider } from '../store/sso.ts'
import type { Draw } from './layout.ts'
import { buttonForm, buttonLink, link } from './parts.ts'
import { tell } from './problemPages.ts'
import type { Showing } from './web.ts'

/** What the pages say of signing in at a school. */
const start = (next: string) => `/signin?next=${encodeURIComponent(next)}`
const hostOf = ({ issuer }: SsoProvider) => new URL(issuer).host

/** Before somebody leaves: where they go, so that they know the page when they see it. */
export const leavingPage =
  (provider: SsoProvider, wanted: { address: string; next: string; isChoice: boolean }): Draw =>
  (say) => {
    const { address, next, isChoice } = wanted
    const where = { domain: domainOf(address), host: hostOf(provider) }
    const code = { look: 'quiet', fields: { address, next, how: 'code' } } as const
    return {
      title: say.text('sso.title'),
      body: html`<h1>${say('sso.heading', { workspace: provider.workspace })}</h1>
<p>${say('sso.where', where)}</p>
<div class="deeds">${buttonLink('/signin/sso/start', say('sso.goOn'))}
${isChoice ? buttonForm('/signin', say('sso.code'), code) : ''}</div>
<p class="quiet">${link(start(next), say('sso.other'))}</p>`,
    }
  }

export const schoolOnlyPage =
  (next: string): Draw =>
  (say) =>
    tell(say.text('sso.only'), say('sso.onlyWhy'), buttonLink(start(next), say('signIn.title')))

export const tooManyPage =
  (seconds: number): Draw =>
  (say) =>
    tell(say.text('sso.tooMany'), say('wait.again', say.minutes(seconds)))

/** The provider does not answer; nothing that the person can put right. */
export const downPage =
  (provider: SsoProvider, next: string): Draw =>
  (say) =>
    tell(
      say.text('sso.down'),
      say('sso.downWhy', { host: hostOf(provider), workspace: provider.workspace }),
      buttonLink(start(next), say('sso.again')),
    )

type Failed = Exclude<Arrival, { state: 'signedIn' }>

/** Why nobody was signed in by a return, and what to do. */
export const failedPage = (arrival: Failed): { draw: Draw; status: NonNullable<Showing['status']> } => {
  if (arrival.state === 'gone')
    return {
      status: 400,
      draw: (say) => tell(say.text('sso.gone'), say('sso.goneWhy'), buttonLink('/signin', say('sso.again'))),
    }
  const { provider, next } = arrival
  if (arrival.state === 'down') return { status: 502, draw: downPage(provider, next) }
  const about = { host: hostOf(provider), workspace: provider.workspace }
  return {
    status: 403,
    draw: (say) => {
      const again = buttonLink(start(next), say('sso.again'))
      if (arrival.state === 'refused') return tell(say.text('sso.refused'), say('sso.refusedWhy', about), again)
      if (arrival.state === 'unverified')
        return tell(say.text('sso.unverified'), say('sso.unverifiedWhy', about), again)
      const other = { host: about.host, email: arrival.email, domains: say.either(provider.domains) }
      return tell(say.text('sso.otherDomain'), say('sso.otherDomainWhy', other), again)
    },
  }
}
