import { Hono } from 'hono'
import type { Service } from '../service.ts'
import type { Database } from '../store/open.ts'
import type { LinkEnd, OpenLink } from '../store/openLink.ts'
import type { Person } from '../store/people.ts'
import { holdPlace } from '../store/quotas.ts'
import { refusedPages } from './joinPages.ts'
import type { Draw } from './layout.ts'
import { notFoundPage } from './problemPages.ts'
import { type PageContext, type PageEnv, personOf, show } from './web.ts'

type Refused = keyof typeof refusedPages

/** What every share link has, wherever it leads. */
interface AnyLink extends Pick<OpenLink, 'workspace'> {
  readonly end: LinkEnd | null
}

interface Door<L extends AnyLink> {
  readonly path: '/join/:token' | '/join/workspace/:token'
  find(token: string): Promise<L | undefined>
  /** What the button would do, so that nobody presses one that refuses. `join` decides again, and alone. */
  standing(link: L, person: Person): Promise<'inside' | 'may' | Refused>
  join(tx: Database, link: L, person: Person): Promise<'joined' | Refused | LinkEnd>
  /** The name of what it leads into. */
  place(link: L): string
  /** Where who is inside goes. */
  into(link: L): string
  readonly pages: {
    join(path: string, link: L, person: Person | undefined): Draw
    inside(link: L, person: Person): Draw
    ended(link: L, end: LinkEnd, person: Person | undefined): Promise<Draw>
  }
}

/** Where a share link leads: what it is for, who one has to be, and one button. Looking changes nothing. */
export const linkDoor = <L extends AnyLink>(service: Service, door: Door<L>): Hono<PageEnv> => {
  const app = new Hono<PageEnv>()

  const refuse = (c: PageContext, why: Refused, link: L, person: Person) => {
    const { workspace } = link
    const draw = refusedPages[why]({ path: c.req.path, link: { place: door.place(link), workspace }, person })
    return show(c, draw, { status: 403, language: workspace.language })
  }
  const end = async (c: PageContext, why: LinkEnd, link: L, person: Person | undefined) =>
    show(c, await door.pages.ended(link, why, person), { status: 410, language: link.workspace.language })

  app.get(door.path, async (c) => {
    const link = await door.find(c.req.param('token'))
    if (!link) return show(c, notFoundPage, { status: 404 })
    const { language } = link.workspace
    const person = await personOf(c, service)
    const standing = person ? await door.standing(link, person) : 'may'
    if (person && standing === 'inside') return show(c, door.pages.inside(link, person), { language })
    if (link.end) return await end(c, link.end, link, person)
    if (person && isRefused(standing)) return refuse(c, standing, link, person)
    return show(c, door.pages.join(c.req.path, link, person), { language })
  })

  app.post(door.path, async (c) => {
    const link = await door.find(c.req.param('token'))
    if (!link) return show(c, notFoundPage, { status: 404 })
    const person = await personOf(c, service)
    if (!person) return c.redirect(c.req.path, 303)
    const joined = await service.db.transaction().execute(async (tx) => {
      await holdPlace(tx, service.config.quotas, link.workspace.id, person.email)
      return await door.join(tx, link, person)
    })
    if (joined === 'joined') return c.redirect(door.into(link), 303)
    return isRefused(joined) ? refuse(c, joined, link, person) : await end(c, joined, link, person)
  })

  return app
}

const isRefused = (standing: string): standing is Refused => standing in refusedPages
