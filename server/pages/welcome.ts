import { Hono } from 'hono'
import { html } from 'hono/html'
import { declineWorkspaceInvitation } from '../actions/declineWorkspaceInvitation.ts'
import { enterWorkspace } from '../actions/enterWorkspace.ts'
import type { Service } from '../service.ts'
import type { Person } from '../store/people.ts'
import { holdPlace } from '../store/quotas.ts'
import { findWorkspaceInvitation, type WorkspaceInvitationView } from '../store/workspaceInvitations.ts'
import type { Say } from '../words/say.ts'
import type { Draw, Page } from './layout.ts'
import { type Html, own } from './own.ts'
import { buttonForm, buttonLink } from './parts.ts'
import { notFoundPage, tell } from './problemPages.ts'
import { type PageEnv, personOf, show } from './web.ts'

/**
 * Where a mailed invitation into a Workspace leads. Looking changes nothing, and the link signs nobody in: a role in a
 * Workspace is more than an invitation that was passed on may give.
 */
export const welcomePages = (service: Service): Hono<PageEnv> => {
  const { db } = service
  const app = new Hono<PageEnv>()

  app.get('/welcome/:token', async (c) => {
    const invitation = await find(service, c.req.param('token'))
    if (!invitation) return show(c, notFoundPage, { status: 404 })
    const page = welcomePage(c.req.path, invitation, await personOf(c, service))
    const status = invitation.state === 'pending' || invitation.state === 'accepted' ? 200 : 410
    return show(c, page, { status, language: invitation.workspace.language })
  })

  app.post('/welcome/:token', async (c) => {
    const invitation = await find(service, c.req.param('token'))
    if (!invitation) return show(c, notFoundPage, { status: 404 })
    const person = await personOf(c, service)
    const at = { workspaceId: invitation.workspace.id, id: invitation.id }
    const entered =
      person &&
      (await db.transaction().execute(async (tx) => {
        await holdPlace(tx, service.config.quotas, at.workspaceId, person.email)
        return await enterWorkspace(tx, at, person)
      }))
    return c.redirect(entered ? '/' : c.req.path, 303)
  })

  app.post('/welcome/:token/decline', async (c) => {
    const invitation = await find(service, c.req.param('token'))
    if (!invitation) return show(c, notFoundPage, { status: 404 })
    const at = { workspaceId: invitation.workspace.id, id: invitation.id }
    await db.transaction().execute((tx) => declineWorkspaceInvitation(tx, at))
    return c.redirect(c.req.path.replace(/\/decline$/, ''), 303)
  })

  return app
}

const find = async ({ db, secrets }: Service, token: string): Promise<WorkspaceInvitationView | undefined> => {
  const read = secrets.readToken('workspace', token)
  const invitation = read && (await findWorkspaceInvitation(db, read.id))
  return invitation && read.isOf(invitation.generation) ? invitation : undefined
}

const welcomePage =
  (path: string, invitation: WorkspaceInvitationView, person: Person | undefined): Draw =>
  (say) =>
    invitation.state === 'pending' ? openPage(say, path, invitation, person) : endedPage(say, invitation, person)

const openPage = (say: Say, path: string, invitation: WorkspaceInvitationView, person: Person | undefined): Page => {
  const { workspace, role, email, inviter, expiresAt } = invitation
  return {
    title: say.text('invitation.title', { place: workspace.name }),
    body: html`<h1>${say('invitation.heading', { inviter: inviter.name || inviter.email, place: workspace.name })}</h1>
<dl>
<dt>${say('fact.role')}</dt><dd>${say(`role.${role}`)}<span class="quiet">${say(`workspace.${role}`)}</span></dd>
<dt>${say('fact.inviter')}</dt><dd>${own(inviter.email)}</dd>
<dt>${say('fact.for')}</dt><dd>${own(email)}</dd>
<dt>${say('fact.until')}</dt><dd>${say.day(expiresAt)}</dd>
</dl>
${deeds(say, path, email, person)}
<div class="aside">${buttonForm(`${path}/decline`, say('invitation.decline'), { look: 'plain' })}</div>`,
  }
}

const deeds = (say: Say, path: string, email: string, person: Person | undefined): Html => {
  if (person?.email === email) return html`<div class="deeds">${buttonForm(path, say('invitation.accept'))}</div>`
  if (!person)
    return html`<div class="deeds">${buttonForm('/signin', say('invitation.signIn'), { fields: { address: email, next: path } })}</div>
<p class="quiet after">${say('invitation.codeFirst', { email })}</p>`
  return html`<p>${say('invitation.otherAddress', { email: person.email })}</p>
<div class="deeds">${buttonForm('/signout', say('join.switch'), { fields: { next: path } })}</div>`
}

const endedPage = (say: Say, invitation: WorkspaceInvitationView, person: Person | undefined): Page => {
  const { state, workspace, inviter, expiresAt, email } = invitation
  if (state === 'accepted')
    return {
      title: say.text('invitation.accepted'),
      body: html`<h1>${person?.email === email ? say('invitation.inside', { place: workspace.name }) : say('invitation.wasAccepted')}</h1>
<div class="deeds">${buttonLink('/', say('groups.go'))}</div>`,
    }
  return tell(
    state === 'revoked' || state === 'declined'
      ? say.text(`invitation.${state}`)
      : say.text('invitation.expired', { day: expiresAt }),
    say('invitation.askAgain', { place: workspace.name, inviter: inviter.name || inviter.email }),
  )
}
