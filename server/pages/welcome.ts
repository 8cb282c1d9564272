import { Hono } from 'hono'
import { html } from 'hono/html'
import { enterWorkspace } from '../actions/enterWorkspace.ts'
import type { Service } from '../service.ts'
import { recordAudit } from '../store/audit.ts'
import type { Person } from '../store/people.ts'
import {
  endWorkspaceInvitation,
  findWorkspaceInvitation,
  type WorkspaceInvitationView,
} from '../store/workspaceInvitations.ts'
import { day } from './days.ts'
import type { Html, Page } from './layout.ts'
import { buttonForm, buttonLink, own } from './parts.ts'
import { notFoundPage, tell } from './problemPages.ts'
import { workspaceRoleDeeds, workspaceRoleNames } from './roles.ts'
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
    if (!invitation) return show(c, { ...notFoundPage, status: 404 })
    const page = drawPage(c.req.path, invitation, await personOf(c, service))
    return show(c, { ...page, status: invitation.state === 'pending' || invitation.state === 'accepted' ? 200 : 410 })
  })

  app.post('/welcome/:token', async (c) => {
    const invitation = await find(service, c.req.param('token'))
    if (!invitation) return show(c, { ...notFoundPage, status: 404 })
    const person = await personOf(c, service)
    const at = { workspaceId: invitation.workspace.id, id: invitation.id }
    const entered = person && (await db.transaction().execute((tx) => enterWorkspace(tx, at, person)))
    return c.redirect(entered ? '/' : c.req.path, 303)
  })

  app.post('/welcome/:token/decline', async (c) => {
    const invitation = await find(service, c.req.param('token'))
    if (!invitation) return show(c, { ...notFoundPage, status: 404 })
    const at = { workspaceId: invitation.workspace.id, id: invitation.id }
    await db.transaction().execute(async (tx) => {
      if (!(await endWorkspaceInvitation(tx, at, 'declined'))) return
      await recordAudit(tx, {
        actorId: null,
        workspaceId: at.workspaceId,
        action: 'invitation.declined',
        subjectId: at.id,
      })
    })
    return c.redirect(c.req.path.replace(/\/decline$/, ''), 303)
  })

  return app
}

const find = async ({ db, secrets }: Service, token: string): Promise<WorkspaceInvitationView | undefined> => {
  const read = secrets.readToken('workspace', token)
  const invitation = read && (await findWorkspaceInvitation(db, read.id))
  return invitation && read.isOf(invitation.generation) ? invitation : undefined
}

const drawPage = (path: string, invitation: WorkspaceInvitationView, person: Person | undefined): Page =>
  invitation.state === 'pending' ? openPage(path, invitation, person) : endedPage(invitation, person)

const openPage = (path: string, invitation: WorkspaceInvitationView, person: Person | undefined): Page => {
  const { workspace, role, email, inviter, expiresAt } = invitation
  return {
    title: `Invitation to ${workspace.name}`,
    body: html`<h1>${own(inviter.name || inviter.email)} invites you to ${own(workspace.name)}</h1>
<dl>
<dt>Your role</dt><dd>${workspaceRoleNames[role]}<span class="quiet">${workspaceRoleDeeds[role]}</span></dd>
<dt>Invited by</dt><dd>${own(inviter.email)}</dd>
<dt>For</dt><dd>${own(email)}</dd>
<dt>Open until</dt><dd>${day(expiresAt)}</dd>
</dl>
${deeds(path, email, person)}
<div class="aside">${buttonForm(`${path}/decline`, 'Decline', { look: 'plain' })}</div>`,
  }
}

const deeds = (path: string, email: string, person: Person | undefined): Html => {
  if (person?.email === email) return html`<div class="deeds">${buttonForm(path, 'Accept the invitation')}</div>`
  if (!person)
    return html`<div class="deeds">${buttonForm('/signin', 'Sign in to accept', { fields: { address: email, next: path } })}</div>
<p class="quiet after">We send a code to ${own(email)} first.</p>`
  return html`<p>You are signed in as ${own(person.email)}, and this invitation is for another address.</p>
<div class="deeds">${buttonForm('/signout', 'Use another address', { fields: { next: path } })}</div>`
}

const endedPage = (invitation: WorkspaceInvitationView, person: Person | undefined): Page => {
  const { state, workspace, inviter, expiresAt, email } = invitation
  if (state === 'accepted')
    return {
      title: 'Accepted already',
      body: html`<h1>${person?.email === email ? html`You are in ${own(workspace.name)}` : 'This invitation was accepted already'}</h1>
<div class="deeds">${buttonLink('/', 'Go to your Groups')}</div>`,
    }
  return tell(
    state === 'revoked'
      ? 'This invitation was taken back'
      : state === 'declined'
        ? 'This invitation was declined'
        : `This invitation ended on ${day(expiresAt)}`,
    html`It was for ${own(workspace.name)}. To get in, ask ${own(inviter.name || inviter.email)} for a new one.`,
  )
}
