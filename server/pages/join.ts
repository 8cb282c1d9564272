import { Hono } from 'hono'
import { html } from 'hono/html'
import type { LinkAccess } from '../../lib/contract/schemas.ts'
import { isOffDomain } from '../actions/isOffDomain.ts'
import { joinByLink } from '../actions/joinByLink.ts'
import { roleIn } from '../policy.ts'
import type { Service } from '../service.ts'
import { findGroup } from '../store/groups.ts'
import { pendingOf } from '../store/invitations.ts'
import { roleOnLink } from '../store/linkPeople.ts'
import type { OpenLink } from '../store/openLink.ts'
import type { Person } from '../store/people.ts'
import { pendingWorkspaceInvitations } from '../store/workspaceInvitations.ts'
import { day } from './days.ts'
import { findLink } from './findLink.ts'
import { endedPage } from './joinEnds.ts'
import type { Html, Page } from './layout.ts'
import { buttonForm, buttonLink, own } from './parts.ts'
import { notFoundPage } from './problemPages.ts'
import { roleDeeds, roleNames } from './roles.ts'
import { addressForm } from './signIn.ts'
import { type PageEnv, personOf, type Shown, show } from './web.ts'

/** Where a share link leads: what it is for, who one has to be, and one button. Looking changes nothing. */
export const joinPages = (service: Service): Hono<PageEnv> => {
  const { db } = service
  const app = new Hono<PageEnv>()

  app.get('/join/:token', async (c) => {
    const link = await findLink(service, c.req.param('token'))
    if (!link) return show(c, { ...notFoundPage, status: 404 })
    const person = await personOf(c, service)
    const standing = person && (await standingOf(service, link, person))
    if (person && standing === 'inside') return show(c, insidePage(link, person))
    if (link.end) return show(c, endedPage(link, link.end))
    if (!person) return show(c, joinPage(link, signedOut(service, c.req.path)))
    if (standing === 'offDomain') return show(c, offDomainPage(c.req.path, link, person))
    if (standing === 'notListed') return show(c, notListedPage(c.req.path, link, person))
    if (standing === 'notInvited') return show(c, notInvitedPage(c.req.path, link, person))
    return show(c, joinPage(link, signedIn(c.req.path, link, person)))
  })

  app.post('/join/:token', async (c) => {
    const link = await findLink(service, c.req.param('token'))
    if (!link) return show(c, { ...notFoundPage, status: 404 })
    const person = await personOf(c, service)
    if (!person) return c.redirect(c.req.path, 303)
    const joined = await db.transaction().execute((tx) => joinByLink(tx, link, person, service.secrets))
    if (joined === 'offDomain') return show(c, offDomainPage(c.req.path, link, person))
    if (joined === 'notListed') return show(c, notListedPage(c.req.path, link, person))
    if (joined === 'notInvited') return show(c, notInvitedPage(c.req.path, link, person))
    if (joined !== 'joined') return show(c, endedPage(link, joined))
    return c.redirect(`/groups/${link.group.id}`, 303)
  })

  return app
}

/** What the button would do, so that nobody presses one that refuses. joinByLink decides again, and alone. */
const standingOf = async (
  { db, secrets }: Service,
  { id, access, group, workspace }: OpenLink,
  person: Person,
): Promise<'inside' | 'may' | 'notInvited' | 'notListed' | 'offDomain'> => {
  const row = await findGroup(db, group.id, person.id)
  if (row && roleIn(row)) return 'inside'
  if (access === 'roster') {
    const waits = (await pendingOf(db, workspace.id, person.email)).some(({ groupId }) => groupId === group.id)
    return waits || (await roleOnLink(db, secrets, id, person.email)) ? 'may' : 'notListed'
  }
  if (row?.workspaceRole || (await isInvited(db, workspace.id, person.email))) return 'may'
  if (access === 'restricted') return 'notInvited'
  return isOffDomain(workspace, person) ? 'offDomain' : 'may'
}

const isInvited = async (db: Service['db'], workspaceId: string, email: string): Promise<boolean> =>
  (await pendingOf(db, workspaceId, email)).length > 0 ||
  (await pendingWorkspaceInvitations(db, workspaceId, email)).length > 0

const joinPage = ({ group, workspace, role, access, expiresAt }: OpenLink, deeds: Html): Page => ({
  title: `Join ${group.name}`,
  body: html`<h1>Join ${own(group.name)}</h1>
<dl>
<dt>Workspace</dt><dd>${own(workspace.name)}</dd>
<dt>Your role</dt><dd>${access === 'roster' ? 'The one that the class list gives you' : html`${roleNames[role]}<span class="quiet">${roleDeeds[role]}</span>`}</dd>
<dt>Who gets in</dt><dd>${whoGetsIn[access]}</dd>
${expiresAt ? html`<dt>Open until</dt><dd>${day(expiresAt)}</dd>` : ''}
</dl>
${deeds}`,
})

const whoGetsIn: Readonly<Record<LinkAccess, string>> = {
  anyone: 'Anyone with this link',
  restricted: 'People who were invited before',
  roster: 'People on the class list',
}

const signedIn = (path: string, { group }: OpenLink, person: Person): Html => html`
<div class="deeds">${buttonForm(path, html`Join ${group.name}`)}</div>
<p class="quiet after">You join as ${own(person.email)}.</p>
<div class="aside">${buttonForm('/signout', 'Use another address', { look: 'plain', fields: { next: path } })}</div>`

const signedOut = (service: Service, path: string): Html => html`
<h2>Sign in to join</h2>
<p class="quiet">We send a code to your address. There is no password.</p>
${addressForm(service, { next: path })}`

const insidePage = ({ group }: OpenLink, person: Person): Page => ({
  title: `You are in ${group.name}`,
  body: html`<h1>You are in ${own(group.name)} already</h1>
<p>You are signed in as ${own(person.email)}.</p>
<div class="deeds">${buttonLink(`/groups/${group.id}`, 'Open the Group')}</div>`,
})

/** Says the same whether the address is known to the service or not. */
const notInvitedPage = (path: string, { group }: OpenLink, person: Person): Shown => ({
  title: 'Not invited yet',
  status: 403,
  body: html`<h1>${own(person.email)} was not invited</h1>
<p>This link to ${own(group.name)} lets in people who were invited before. If your invitation went to another address, use that one; else ask the person who gave you the link.</p>
<div class="deeds">${buttonForm('/signout', 'Use another address', { fields: { next: path } })}</div>`,
})

/** Says the same whether the address is known to the service or not. */
const notListedPage = (path: string, { group }: OpenLink, person: Person): Shown => ({
  title: 'Not on the class list',
  status: 403,
  body: html`<h1>${own(person.email)} is not on the class list</h1>
<p>This link lets the people on its list into ${own(group.name)}. Sign in with the address that your school has for you; if that is this one, tell the person who gave you the link.</p>
<div class="deeds">${buttonForm('/signout', 'Use another address', { fields: { next: path } })}</div>`,
})

/** Says no more than the Workspace's own rule. */
const offDomainPage = (path: string, { group, workspace }: OpenLink, person: Person): Shown => ({
  title: 'Use your school address',
  status: 403,
  body: html`<h1>${own(workspace.name)} lets in other addresses</h1>
<p>You are signed in as ${own(person.email)}. To join ${own(group.name)}, use an address at ${listed(workspace.emailDomains)}. If you have none, ask the person who gave you the link to invite you by your address.</p>
<div class="deeds">${buttonForm('/signout', 'Use another address', { fields: { next: path } })}</div>`,
})

const listed = (domains: readonly string[]): Html =>
  html`${domains.map((domain, i) => html`${i === 0 ? '' : i === domains.length - 1 ? ' or ' : ', '}${own(domain)}`)}`
