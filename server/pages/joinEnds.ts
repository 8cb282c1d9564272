import type { LinkEnd, OpenLink } from '../store/openLink.ts'
import type { Phrase, Say } from '../words/say.ts'
import type { Draw, Page } from './layout.ts'
import { tell } from './problemPages.ts'

/**
 * A link that lets nobody in: what happened to it, and what to do. `name`: the Group's, for who is in its Workspace;
 * others are not told any more where it led.
 */
export const endedPage =
  (
    { expiresAt }: Pick<OpenLink, 'expiresAt'>,
    end: LinkEnd,
    name: string | null,
    what: 'link.aGroup' | 'link.aWorkspace' = 'link.aGroup',
  ): Draw =>
  (say) =>
    pages[end](say, name ?? say.text(what), expiresAt)

type EndPage = (say: Say, place: string, expiresAt: Date | null) => Page

type Sentence = 'link.revoked' | 'link.replaced' | 'link.full'
const because =
  (title: Phrase, why: Sentence): EndPage =>
  (say, place) =>
    tell(say.text(title), say(why, { place }))

const pages: Readonly<Record<LinkEnd, EndPage>> = {
  revoked: because('link.ended', 'link.revoked'),
  replaced: because('link.replacedTitle', 'link.replaced'),
  full: because('link.fullTitle', 'link.full'),
  expired: (say, place, expiresAt) =>
    tell(
      expiresAt ? say.text('link.expiredTitle', { day: expiresAt }) : say.text('link.ended'),
      say('link.expired', { place }),
    ),
  archived: (say, group) => tell(say.text('group.archived'), say('link.archived', { group })),
  gone: (say) => tell(say.text('group.gone'), say('link.gone')),
}
