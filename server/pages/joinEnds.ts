import { html } from 'hono/html'
import type { LinkEnd, OpenLink } from '../store/openLink.ts'
import { day } from './days.ts'
import { own } from './parts.ts'
import { tell } from './problemPages.ts'
import type { Shown } from './web.ts'

/** A link that lets nobody in: what happened to it, and what to do. */
export const endedPage = (link: OpenLink, end: LinkEnd): Shown => ({ ...pages[end](link), status: 410 })

const ask = 'Ask the person who gave it to you'

const pages: Readonly<Record<LinkEnd, (link: OpenLink) => Omit<Shown, 'status'>>> = {
  revoked: ({ group }) =>
    tell(
      'This link has ended',
      html`It led to ${own(group.name)} and was switched off. ${ask} for the one that is used now.`,
    ),
  replaced: ({ group }) =>
    tell(
      'This link was replaced',
      html`It led to ${own(group.name)}, which has a newer link now. ${ask} for that one.`,
    ),
  expired: ({ group, expiresAt }) =>
    tell(
      expiresAt ? `This link ended on ${day(expiresAt)}` : 'This link has ended',
      html`It led to ${own(group.name)}. ${ask} for a new one, or to invite you by your address.`,
    ),
  full: ({ group }) =>
    tell(
      'This link is used up',
      html`It let a set number of people into ${own(group.name)}, and all places are taken. ${ask} to let more in, or to invite you by your address.`,
    ),
  archived: ({ group }) =>
    tell('This Group is archived', html`Nobody can join ${own(group.name)} while it is. ${ask} whether it comes back.`),
  gone: () =>
    tell(
      'This Group no longer exists',
      'There is nothing left to join. The person who gave you the link can tell you more.',
    ),
}
