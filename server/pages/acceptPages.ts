import { html } from 'hono/html'
import type { Person } from '../store/people.ts'
import type { Phrase, Say } from '../words/say.ts'
import type { InvitationView } from './findInvitation.ts'
import type { Draw, Page } from './layout.ts'
import { type Html, own } from './own.ts'
import { buttonForm, buttonLink, notice } from './parts.ts'
import { tell } from './problemPages.ts'

interface Viewer {
  /** The page's own path. */
  readonly path: string
  readonly person: Person | undefined
  /** The button signs them in as the invited address; else they sign in first. */
  readonly mayEnter: boolean
  /** The invited address signs in on its school's own page alone. */
  readonly atSchool: boolean
  /** Somebody signed in with another address may accept with that one, or may not, as the Workspace lets it in or not. */
  readonly alias: 'may' | 'offDomain' | 'no'
}

export const invitationPage =
  (invitation: InvitationView, viewer: Viewer): Draw =>
  (say) =>
    invitation.state === 'pending'
      ? openPage(say, invitation, viewer)
      : endedPages[invitation.state](say, invitation, viewer)

const openPage = (say: Say, invitation: InvitationView, { path, person, mayEnter, atSchool, alias }: Viewer): Page => {
  const { group, workspace, role, email, inviter, expiresAt } = invitation
  const other = person && person.email !== email
  return {
    title: say.text('invitation.title', { place: group.name }),
    body: html`<h1>${say('invitation.heading', { inviter: inviter.name || inviter.email, place: group.name })}</h1>
<dl>
<dt>${say('fact.workspace')}</dt><dd>${own(workspace)}</dd>
<dt>${say('fact.role')}</dt><dd>${say(`role.${role}`)}<span class="quiet">${say(`group.${role}`)}</span></dd>
<dt>${say('fact.inviter')}</dt><dd>${own(inviter.email)}</dd>
<dt>${say('fact.for')}</dt><dd>${own(email)}</dd>
<dt>${say('fact.until')}</dt><dd>${say.day(expiresAt)}</dd>
</dl>
${other ? notice('attention', say('invitation.asOther', { email: person.email }), say('invitation.switches', { email })) : ''}
<div class="deeds">
${mayEnter ? buttonForm(path, say('invitation.accept')) : buttonForm('/signin', say('invitation.signIn'), { fields: { address: email, next: path } })}
${other && alias === 'may' ? buttonForm(`${path}/as`, say('alias.instead', { person: person.email }), { look: 'quiet' }) : ''}</div>
${other && alias === 'may' ? html`<p class="quiet">${say('alias.proof', { email })}</p>` : other && alias === 'offDomain' ? html`<p class="quiet">${say('alias.offDomain', { email, workspace, person: person.email })}</p>` : ''}
${mayEnter && person ? '' : html`<p class="quiet after">${say(mayEnter ? 'invitation.alsoSignsIn' : atSchool ? 'sso.accept' : 'invitation.codeInUse', { email })}</p>`}
<div class="aside">${buttonForm(`${path}/decline`, say('invitation.decline'), { look: 'plain' })}</div>`,
  }
}

const endedPages: Readonly<
  Record<Exclude<InvitationView['state'], 'pending'>, (say: Say, invitation: InvitationView, viewer: Viewer) => Page>
> = {
  accepted: (say, { group, email, endedAt }, { person }) => {
    const inside = person?.email === email
    const path = `/groups/${group.id}`
    const when = endedAt
      ? say('invitation.acceptedOn', { email, day: endedAt })
      : say('invitation.acceptedBy', { email })
    return {
      title: say.text('invitation.accepted'),
      body: html`<h1>${inside ? say('invitation.inside', { place: group.name }) : say('invitation.wasAccepted')}</h1>
<p>${when} ${inside ? '' : say('invitation.once')}</p>
<div class="deeds">${inside ? buttonLink(path, say('invitation.openGroup')) : buttonForm('/signin', say('signIn.title'), { fields: { address: email, next: path } })}</div>`,
    }
  },
  revoked: (say, invitation) => ended(say, 'invitation.revoked', invitation),
  declined: (say, invitation) => ended(say, 'invitation.declined', invitation),
  expired: (say, invitation) =>
    askAgain(say, say.text('invitation.expired', { day: invitation.endedAt ?? invitation.expiresAt }), invitation),
  archived: (say, { group, inviter }) =>
    tell(say.text('group.archived'), say('invitation.waits', { group: group.name, inviter: asks(say, inviter) })),
  gone: (say, { inviter }) =>
    tell(say.text('group.gone'), say('invitation.nothingLeft', { inviter: asks(say, inviter) })),
}

const ended = (say: Say, title: Phrase, invitation: InvitationView): Page => askAgain(say, say.text(title), invitation)

const askAgain = (say: Say, title: string, { group, inviter }: InvitationView): Page =>
  tell(title, say('invitation.askAgain', { place: group.name, inviter: asks(say, inviter) }))

export const declinedPage =
  ({ group, inviter }: InvitationView): Draw =>
  (say) =>
    tell(
      say.text('invitation.youDeclined'),
      say('invitation.noMore', { group: group.name }),
      say('invitation.byMistake', { inviter: asks(say, inviter) }),
    )

const asks = (say: Say, { name, email }: InvitationView['inviter']): Html | string =>
  name ? say('person.withAddress', { name, email }) : email
