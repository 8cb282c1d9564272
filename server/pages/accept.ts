import { Hono } from 'hono'
import { sql } from 'kysely'
import { acceptInvitation } from '../actions/acceptInvitation.ts'
import { declineInvitation } from '../actions/declineInvitation.ts'
import { startSession } from '../auth/sessions.ts'
import { providerFor } from '../auth/sso/providerFor.ts'
import type { Service } from '../service.ts'
import { ensurePerson, type Person } from '../store/people.ts'
import { holdPlace } from '../store/quotas.ts'
import { mayUseOther } from './acceptAs.ts'
import { declinedPage, invitationPage } from './acceptPages.ts'
import { findInvitation, type InvitationView } from './findInvitation.ts'
import { notFoundPage } from './problemPages.ts'
import { browser, enter, type PageContext, type PageEnv, personOf, show } from './web.ts'

/** Where a mailed invitation leads. Looking changes nothing but "opened": mail scanners look too. */
export const acceptPages = (service: Service): Hono<PageEnv> => {
  const { db } = service
  const app = new Hono<PageEnv>()

  const draw = async (c: PageContext, invitation: InvitationView, person: Person | undefined) => {
    const page = invitationPage(invitation, {
      path: c.req.path,
      person,
      mayEnter: await mayEnter(service, invitation, person),
      atSchool: Boolean((await providerFor(service, invitation.email))?.inForce),
      alias: await mayUseOther(service, invitation, person),
    })
    const status = invitation.state === 'pending' || invitation.state === 'accepted' ? 200 : 410
    return show(c, page, { status, language: invitation.language })
  }

  app.get('/accept/:token', async (c) => {
    const invitation = await findInvitation(service, c.req.param('token'))
    if (!invitation) return show(c, notFoundPage, { status: 404 })
    await db
      .updateTable('invitations')
      .set({ opened_at: sql<Date>`now()` })
      .where('id', '=', invitation.id)
      .where('opened_at', 'is', null)
      .execute()
    return draw(c, invitation, await personOf(c, service))
  })

  app.post('/accept/:token', async (c) => {
    const invitation = await findInvitation(service, c.req.param('token'))
    if (!invitation) return show(c, notFoundPage, { status: 404 })
    const person = await personOf(c, service)
    if (invitation.state !== 'pending' || !(await mayEnter(service, invitation, person)))
      return draw(c, invitation, person)
    const entered = await db.transaction().execute(async (tx) => {
      await holdPlace(tx, service.config.quotas, invitation.workspaceId, invitation.email)
      const invited = await ensurePerson(tx, invitation.email, invitation.name)
      if (!(await acceptInvitation(tx, invitation, invited))) return undefined
      return { session: person?.id === invited.id ? undefined : await startSession(tx, invited.id, browser(c)) }
    })
    // It was taken back between the look and the deed: then the link does not sign anybody in either.
    if (!entered) return c.redirect(c.req.path, 303)
    if (entered.session) await enter(c, service, entered.session)
    return c.redirect(`/groups/${invitation.group.id}`, 303)
  })

  app.post('/accept/:token/decline', async (c) => {
    const invitation = await findInvitation(service, c.req.param('token'))
    if (!invitation) return show(c, notFoundPage, { status: 404 })
    const declined = await db.transaction().execute((tx) => declineInvitation(tx, invitation))
    const at = c.req.path.replace(/\/decline$/, '')
    return declined ? show(c, declinedPage(invitation), { language: invitation.language, at }) : c.redirect(at, 303)
  })

  return app
}

/**
 * Whether the link itself may sign its holder in. It was mailed to the address, so it may where the address stands for
 * nobody yet. Somebody who is in a Workspace has more to lose than an invitation that was passed on: they sign in.
 */
const mayEnter = async (service: Service, invitation: InvitationView, person: Person | undefined): Promise<boolean> => {
  const { db } = service
  if (person?.email === invitation.email) return true
  if ((await providerFor(service, invitation.email))?.inForce) return false
  const belongs = await db
    .selectFrom('workspace_members as m')
    .innerJoin('people as p', 'p.id', 'm.person_id')
    .select('m.person_id')
    .where('p.email', '=', invitation.email)
    .limit(1)
    .executeTakeFirst()
  return belongs === undefined
}
