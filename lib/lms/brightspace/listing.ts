import type { ReadContext } from '../adapter.ts'
import type { Ask, Refusal } from '../reading/ask.ts'
import { createBreath } from '../reading/breathe.ts'
import { fields, word } from '../reading/values.ts'
import { classlistUser, orgUnitUser, type Told } from './fold.ts'

/** No course has so many pages: a list that goes on is a list that does not end. */
const MOST_PAGES = 1000

/** One of the three lists of a course's people. */
export interface Listing {
  readonly path: string
  /** What one answer holds, and where it goes on (null: it ends); null where the answer has another shape. */
  turn(answer: unknown, url: URL): { readonly entries: readonly unknown[]; readonly next: string | null } | null
  told(entry: unknown): Told
}

/** The class list in pages. Its end is a `Next` of null: an answer without one does not say that it ends. */
export const paged: Listing = {
  path: '/classlist/paged/',
  turn: (answer) => {
    const { Objects, Next } = fields(answer)
    return Array.isArray(Objects) && (Next === null || typeof Next === 'string')
      ? { entries: Objects, next: Next }
      : null
  },
  told: classlistUser,
}

/** The class list in one answer, all that sites from before the paged one have. */
export const whole: Listing = {
  path: '/classlist/',
  turn: (answer) => (Array.isArray(answer) ? { entries: answer, next: null } : null),
  told: classlistUser,
}

/** The enrolments, which fewer people may list. */
export const enrolments: Listing = {
  path: '/users/',
  turn: (answer, url) => {
    const { Items, PagingInfo } = fields(answer)
    const { HasMoreItems, Bookmark } = fields(PagingInfo)
    if (!Array.isArray(Items) || typeof HasMoreItems !== 'boolean') return null
    if (!HasMoreItems) return { entries: Items, next: null }
    const bookmark = encodeURIComponent(word(Bookmark))
    return bookmark ? { entries: Items, next: `${url.pathname}?bookmark=${bookmark}` } : null
  },
  told: orgUnitUser,
}

export type Trouble = Refusal | 'unreadable'

/** Reads a list to its own end. Only its own links are followed, on its own origin and of this course, each once. */
export const readListing = async (
  { onProgress }: Pick<ReadContext, 'onProgress'>,
  ask: Ask,
  listing: Listing,
  base: string,
): Promise<
  { readonly ok: true; readonly all: readonly Told[] } | { readonly ok: false; readonly trouble: Trouble }
> => {
  const start = new URL(base + listing.path)
  const all: Told[] = []
  const seen = new Set<string>()
  const breathe = createBreath()
  for (let url = start; ; ) {
    seen.add(url.href)
    const reply = await ask(url.href)
    const body = reply.ok ? await reply.body : reply
    if (!body.ok) return { ok: false, trouble: body.refusal }
    const turned = listing.turn(body.value, url)
    if (!turned) return { ok: false, trouble: 'unreadable' }
    for (const entry of turned.entries) {
      all.push(listing.told(entry))
      await breathe()
    }
    onProgress(all.length)
    if (turned.next === null) return { ok: true, all }
    if (!URL.canParse(turned.next, url)) return { ok: false, trouble: 'unreadable' }
    url = new URL(turned.next, url)
    if (url.origin !== start.origin || seen.has(url.href) || seen.size === MOST_PAGES)
      return { ok: false, trouble: 'broken' }
    // A bare bookmark, or anything else that is no address of this list.
    if (!url.pathname.replace(/\/?$/, '/').endsWith(pathFrom(start))) return { ok: false, trouble: 'unreadable' }
  }
}

/** What must stay the same from page to page: everything after the version. */
const pathFrom = ({ pathname }: URL): string => pathname.replace(/^\/d2l\/api\/l[ep]\/[^/]*/, '')
