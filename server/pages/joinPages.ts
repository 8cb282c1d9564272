import { html } from 'hono/html'
import type { Service } from '../service.ts'
import type { OpenLink } from '../store/openLink.ts'
import type { Person } from '../store/people.ts'
import type { Phrase, Say } from '../words/say.ts'
import type { Draw, Page } from './layout.ts'
import { type Html, own } from './own.ts'
import { buttonForm, buttonLink } from './parts.ts'
import { addressForm } from './signInPages.ts'

/** What a share link is for, and one button: to join, or to sign in first. */
export const joinPage =
  (service: Service, path: string, link: OpenLink, person: Person | undefined): Draw =>
  (say) => {
    const { group, workspace, role, access, expiresAt } = link
    return {
      title: say.text('join.title', { place: group.name }),
      body: html`<h1>${say('join.title', { place: group.name })}</h1>
<dl>
<dt>${say('fact.workspace')}</dt><dd>${own(workspace.name)}</dd>
<dt>${say('fact.role')}</dt><dd>${access === 'roster' ? say('join.listRole') : html`${say(`role.${role}`)}<span class="quiet">${say(`group.${role}`)}</span>`}</dd>
<dt>${say('fact.who')}</dt><dd>${say(`join.${access}`)}</dd>
${expiresAt ? html`<dt>${say('fact.until')}</dt><dd>${say.day(expiresAt)}</dd>` : ''}
</dl>
${joinDeeds(say, service, { path, place: group.name, person })}`,
    }
  }

/** One button: to join, or to sign in first. */
export const joinDeeds = (
  say: Say,
  service: Service,
  { path, place, person }: { path: string; place: string; person: { readonly email: string } | undefined },
): Html => (person ? joinNow(say, path, place, person) : signInFirst(say, service, path))

const joinNow = (say: Say, path: string, place: string, { email }: { readonly email: string }) => html`
<div class="deeds">${buttonForm(path, say('join.title', { place: html`${place}` }))}</div>
<p class="quiet after">${say('join.as', { email })}</p>
<div class="aside">${switchForm(say, path, 'plain')}</div>`

const signInFirst = (say: Say, service: Service, path: string) => html`
<h2>${say('join.signIn')}</h2>
<p class="quiet">${say('join.code')}</p>
${addressForm(say, service, { next: path })}`

const switchForm = (say: Say, path: string, look: 'primary' | 'plain' = 'primary') =>
  buttonForm('/signout', say('join.switch'), { look, fields: { next: path } })

export const insidePage =
  ({ group }: OpenLink, { email }: Person): Draw =>
  (say) => ({
    title: say.text('invitation.inside', { place: group.name }),
    body: html`<h1>${say('join.inside', { place: group.name })}</h1>
<p>${say('join.signedInAs', { email })}</p>
<div class="deeds">${buttonLink(`/groups/${group.id}`, say('invitation.openGroup'))}</div>`,
  })

interface Refusal {
  readonly path: string
  readonly link: { readonly place: string; readonly workspace: Pick<OpenLink['workspace'], 'name' | 'emailDomains'> }
  readonly person: Pick<Person, 'email'>
}

/** Each says the same whether the address is known to the service or not, and no more than the Workspace's own rule. */
export const refusedPages = {
  notInvited:
    ({ path, link: { place }, person: { email } }) =>
    (say) =>
      refused(say, path, 'join.notInvitedTitle', {
        heading: say('join.notInvited', { email }),
        why: say('join.notInvitedWhy', { place }),
      }),
  notListed:
    ({ path, link: { place }, person: { email } }) =>
    (say) =>
      refused(say, path, 'join.notListedTitle', {
        heading: say('join.notListed', { email }),
        why: say('join.notListedWhy', { group: place }),
      }),
  offDomain:
    ({ path, link: { place, workspace }, person: { email } }) =>
    (say) =>
      refused(say, path, 'join.offDomainTitle', {
        heading: say('join.offDomain', { workspace: workspace.name }),
        why: say('join.offDomainWhy', { email, place, domains: say.either(workspace.emailDomains) }),
      }),
} as const satisfies Record<string, (refusal: Refusal) => Draw>

const refused = (
  say: Say,
  path: string,
  title: Phrase,
  { heading, why }: Record<'heading' | 'why', ReturnType<Say>>,
): Page => ({
  title: say.text(title),
  body: html`<h1>${heading}</h1>
<p>${why}</p>
<div class="deeds">${switchForm(say, path)}</div>`,
})
