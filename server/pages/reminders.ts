import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../../lib/contract/schemas.ts'
import type { Service } from '../service.ts'
import { suppress } from '../store/suppressions.ts'
import { findWorkspaceInvitation } from '../store/workspaceInvitations.ts'
import type { Draw } from './layout.ts'
import { buttonForm } from './parts.ts'
import { notFoundPage, tell } from './problemPages.ts'
import { type PageEnv, show } from './web.ts'

/**
 * Where a reminder's "No more reminders" leads. Mail programs post to it by themselves (RFC 8058), from nowhere and
 * without a cookie: the token is what allows it. Looking changes nothing.
 */
export const reminderPages = (service: Service): Hono<PageEnv> => {
  const app = new Hono<PageEnv>()

  app.get('/reminders/:token', async (c) => {
    const found = await invitationOf(service, c.req.param('token'))
    return found
      ? show(c, askPage(c.req.path, found.email), { language: found.language })
      : show(c, notFoundPage, { status: 404 })
  })

  app.post('/reminders/:token', async (c) => {
    const found = await invitationOf(service, c.req.param('token'))
    if (!found) return show(c, notFoundPage, { status: 404 })
    await suppress(service.db, found.email, 'unsubscribed')
    return show(c, donePage(found.email), { language: found.language })
  })

  return app
}

const invitationOf = async (
  { db, secrets }: Service,
  token: string,
): Promise<{ email: string; language: Language | null } | undefined> => {
  const read = secrets.readToken('reminders', token)
  if (!read?.isOf(1)) return undefined
  const intoGroup = await db
    .selectFrom('invitations as i')
    .innerJoin('workspaces as w', 'w.id', 'i.workspace_id')
    .select(['i.email', 'w.language'])
    .where('i.id', '=', read.id)
    .executeTakeFirst()
  if (intoGroup) return intoGroup
  const found = await findWorkspaceInvitation(db, read.id)
  return found && { email: found.email, language: found.workspace.language }
}

const askPage =
  (path: string, email: string): Draw =>
  (say) => ({
    title: say.text('reminders.title'),
    body: html`<h1>${say('reminders.ask')}</h1>
<p>${say('reminders.what', { email })}</p>
<div class="deeds">${buttonForm(path, say('reminders.stop'))}</div>`,
  })

const donePage =
  (email: string): Draw =>
  (say) =>
    tell(say.text('reminders.title'), say('reminders.done', { email }))
