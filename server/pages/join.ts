import { Hono } from 'hono'
import { isOffDomain } from '../actions/isOffDomain.ts'
import { joinByLink } from '../actions/joinByLink.ts'
import { roleIn } from '../policy.ts'
import type { Service } from '../service.ts'
import { findGroup } from '../store/groups.ts'
import { pendingOf } from '../store/invitations.ts'
import { roleOnLink } from '../store/linkPeople.ts'
import type { OpenLink } from '../store/openLink.ts'
import type { Person } from '../store/people.ts'
import { holdPlace } from '../store/quotas.ts'
import { pendingWorkspaceInvitations } from '../store/workspaceInvitations.ts'
import { findWorkspaceRole } from '../store/workspaces.ts'
import { findLink } from './findLink.ts'
import { endedPage } from './joinEnds.ts'
import { insidePage, joinPage, refusedPages } from './joinPages.ts'
import { notFoundPage } from './problemPages.ts'
import { type PageEnv, personOf, show } from './web.ts'

/** Where a share link leads: what it is for, who one has to be, and one button. Looking changes nothing. */
export const joinPages = (service: Service): Hono<PageEnv> => {
  const { db } = service
  const app = new Hono<PageEnv>()

  app.get('/join/:token', async (c) => {
    const link = await findLink(service, c.req.param('token'))
    if (!link) return show(c, notFoundPage, { status: 404 })
    const { language } = link.workspace
    const person = await personOf(c, service)
    const standing = person ? await standingOf(service, link, person) : 'may'
    if (person && standing === 'inside') return show(c, insidePage(link, person), { language })
    if (link.end) return show(c, endedPage(link, link.end, await nameFor(db, link, person)), { status: 410, language })
    if (person && isRefused(standing))
      return show(c, refusedPages[standing]({ path: c.req.path, link: atGroup(link), person }), {
        status: 403,
        language,
      })
    return show(c, joinPage(service, c.req.path, link, person), { language })
  })

  app.post('/join/:token', async (c) => {
    const link = await findLink(service, c.req.param('token'))
    if (!link) return show(c, notFoundPage, { status: 404 })
    const { language } = link.workspace
    const person = await personOf(c, service)
    if (!person) return c.redirect(c.req.path, 303)
    const joined = await db.transaction().execute(async (tx) => {
      await holdPlace(tx, service.config.quotas, link.workspace.id, person.email)
      return await joinByLink(tx, link, person, service.secrets)
    })
    if (joined === 'joined') return c.redirect(`/groups/${link.group.id}`, 303)
    if (isRefused(joined))
      return show(c, refusedPages[joined]({ path: c.req.path, link: atGroup(link), person }), { status: 403, language })
    return show(c, endedPage(link, joined, await nameFor(db, link, person)), { status: 410, language })
  })

  return app
}

const atGroup = ({ group, workspace }: OpenLink) => ({ place: group.name, workspace })

/** The name of a Group that a link led to, for who is in its Workspace. */
const nameFor = async (
  db: Service['db'],
  { group, workspace }: OpenLink,
  person: Person | undefined,
): Promise<string | null> => (person && (await findWorkspaceRole(db, workspace.id, person.id)) ? group.name : null)

const isRefused = (standing: string): standing is keyof typeof refusedPages => standing in refusedPages

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
