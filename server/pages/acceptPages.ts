import { html } from 'hono/html'
import type { Person } from '../store/people.ts'
import { day } from './days.ts'
import type { InvitationView } from './findInvitation.ts'
import type { Html, Page } from './layout.ts'
import { buttonForm, buttonLink, notice, own } from './parts.ts'
import { tell } from './problemPages.ts'
import { roleDeeds, roleNames } from './roles.ts'

interface Viewer {
  /** The page's own path. */
  readonly path: string
  readonly person: Person | undefined
  /** The button signs them in as the invited address; else they sign in first. */
  readonly mayEnter: boolean
}

export const invitationPage = (invitation: InvitationView, viewer: Viewer): Page =>
  invitation.state === 'pending' ? openPage(invitation, viewer) : endedPages[invitation.state](invitation, viewer)

const openPage = (invitation: InvitationView, { path, person, mayEnter }: Viewer): Page => {
  const { group, workspace, role, email, inviter, expiresAt } = invitation
  const other = person && person.email !== email
  return {
    title: `Invitation to ${group.name}`,
    body: html`<h1>${own(inviter.name || inviter.email)} invites you to ${own(group.name)}</h1>
<dl>
<dt>Workspace</dt><dd>${own(workspace)}</dd>
<dt>Your role</dt><dd>${roleNames[role]}<span class="quiet">${roleDeeds[role]}</span></dd>
<dt>Invited by</dt><dd>${own(inviter.email)}</dd>
<dt>For</dt><dd>${own(email)}</dd>
<dt>Open until</dt><dd>${day(expiresAt)}</dd>
</dl>
${other ? notice('attention', html`You are signed in as ${own(person.email)}`, html`Accepting signs you in as ${own(email)} instead.`) : ''}
<div class="deeds">
${mayEnter ? buttonForm(path, 'Accept the invitation') : buttonForm('/signin', 'Sign in to accept', { fields: { address: email, next: path } })}
</div>
${mayEnter && person ? '' : html`<p class="quiet after">${mayEnter ? html`This also signs you in as ${own(email)} in this browser.` : html`We send a code to ${own(email)} first, because this address is in use here already.`}</p>`}
<div class="aside">${buttonForm(`${path}/decline`, 'Decline', { look: 'plain' })}</div>`,
  }
}

const endedPages: Readonly<
  Record<Exclude<InvitationView['state'], 'pending'>, (invitation: InvitationView, viewer: Viewer) => Page>
> = {
  accepted: ({ group, email, endedAt }, { person }) => {
    const inside = person?.email === email
    const path = `/groups/${group.id}`
    return {
      title: 'Accepted already',
      body: html`<h1>${inside ? html`You are in ${own(group.name)}` : 'This invitation was accepted already'}</h1>
<p>${own(email)} accepted it${endedAt ? html` on ${day(endedAt)}` : ''}. ${inside ? '' : 'The link works once; from now on you sign in with your address.'}</p>
<div class="deeds">${inside ? buttonLink(path, 'Open the Group') : buttonForm('/signin', 'Sign in', { fields: { address: email, next: path } })}</div>`,
    }
  },
  revoked: (invitation) => ended('This invitation was taken back', invitation),
  declined: (invitation) => ended('This invitation was declined', invitation),
  expired: (invitation) =>
    ended(`This invitation ended on ${day(invitation.endedAt ?? invitation.expiresAt)}`, invitation),
  archived: ({ group, inviter }) =>
    tell(
      'This Group is archived',
      html`Nobody can join ${own(group.name)} while it is, and your invitation waits. ${asks(inviter)} can tell you whether it comes back.`,
    ),
  gone: ({ inviter }) =>
    tell('This Group no longer exists', html`There is nothing left to join. ${asks(inviter)} can tell you more.`),
}

const ended = (title: string, { group, inviter }: InvitationView): Page =>
  tell(title, html`It was for ${own(group.name)}. To get in, ask ${asks(inviter)} for a new one.`)

export const declinedPage = ({ group, inviter }: InvitationView): Page =>
  tell(
    'You declined',
    html`You are not in ${own(group.name)}, and no more mails come about this invitation.`,
    html`If that was not what you wanted, ask ${asks(inviter)} for a new one.`,
  )

const asks = (inviter: InvitationView['inviter']): Html =>
  inviter.name ? html`${own(inviter.name)} (${own(inviter.email)})` : own(inviter.email)
