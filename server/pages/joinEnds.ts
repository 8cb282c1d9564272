import type { LinkEnd, OpenLink } from '../store/openLink.ts'
import type { Phrase, Say } from '../words/say.ts'
import type { Draw, Page } from './layout.ts'
import { tell } from './problemPages.ts'

/** A link that lets nobody in: what happened to it, and what to do. */
export const endedPage =
  (link: OpenLink, end: LinkEnd): Draw =>
  (say) =>
    pages[end](say, link)

type Sentence = 'link.revoked' | 'link.replaced' | 'link.full'
const place =
  (title: Phrase, why: Sentence) =>
  (say: Say, { group }: OpenLink): Page =>
    tell(say.text(title), say(why, { place: group.name }))

const pages: Readonly<Record<LinkEnd, (say: Say, link: OpenLink) => Page>> = {
  revoked: place('link.ended', 'link.revoked'),
  replaced: place('link.replacedTitle', 'link.replaced'),
  full: place('link.fullTitle', 'link.full'),
  expired: (say, { group, expiresAt }) =>
    tell(
      expiresAt ? say.text('link.expiredTitle', { day: expiresAt }) : say.text('link.ended'),
      say('link.expired', { place: group.name }),
    ),
  archived: (say, { group }) => tell(say.text('group.archived'), say('link.archived', { group: group.name })),
  gone: (say) => tell(say.text('group.gone'), say('link.gone')),
}
