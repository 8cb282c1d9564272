import { Hono } from 'hono'
import { html } from 'hono/html'
import { joinWorkspaceByLink, standingAtLink } from '../actions/joinWorkspaceByLink.ts'
import type { Service } from '../service.ts'
import { holdPlace } from '../store/quotas.ts'
import { type OpenWorkspaceLink, openWorkspaceLink } from '../store/workspaceLinks.ts'
import { generationOf } from './findLink.ts'
import { endedPage } from './joinEnds.ts'
import { joinDeeds, refusedPages } from './joinPages.ts'
import type { Draw } from './layout.ts'
import { buttonLink } from './parts.ts'
import { notFoundPage } from './problemPages.ts'
import { type PageEnv, personOf, show } from './web.ts'

/** Where a share link into a Workspace leads. Looking changes nothing. */
export const joinWorkspacePages = (service: Service): Hono<PageEnv> => {
  const { db } = service
  const app = new Hono<PageEnv>()

  app.get('/join/workspace/:token', async (c) => {
    const link = await findWorkspaceLink(service, c.req.param('token'))
    if (!link) return show(c, notFoundPage, { status: 404 })
    const { workspace, end } = link
    const { language } = workspace
    const person = await personOf(c, service)
    const standing = person ? await standingAtLink(db, link, person) : 'may'
    if (person && standing === 'inside') return show(c, insidePage(workspace.name, person.email), { language })
    if (end) return show(c, endedPage(link, end, null, 'link.aWorkspace'), { status: 410, language })
    if (person && (standing === 'notInvited' || standing === 'offDomain'))
      return show(c, refusedPages[standing]({ path: c.req.path, link: atWorkspace(link), person }), {
        status: 403,
        language,
      })
    return show(c, joinPage(service, c.req.path, link, person), { language })
  })

  app.post('/join/workspace/:token', async (c) => {
    const link = await findWorkspaceLink(service, c.req.param('token'))
    if (!link) return show(c, notFoundPage, { status: 404 })
    const { language } = link.workspace
    const person = await personOf(c, service)
    if (!person) return c.redirect(c.req.path, 303)
    const joined = await db.transaction().execute(async (tx) => {
      await holdPlace(tx, service.config.quotas, link.workspace.id, person.email)
      return await joinWorkspaceByLink(tx, link, person)
    })
    if (joined === 'joined') return c.redirect('/', 303)
    if (joined === 'notInvited' || joined === 'offDomain')
      return show(c, refusedPages[joined]({ path: c.req.path, link: atWorkspace(link), person }), {
        status: 403,
        language,
      })
    return show(c, endedPage(link, joined, null, 'link.aWorkspace'), { status: 410, language })
  })

  return app
}

const findWorkspaceLink = async (
  { db, secrets }: Pick<Service, 'db' | 'secrets'>,
  token: string,
): Promise<OpenWorkspaceLink | undefined> => {
  const read = secrets.readToken('workspaceLink', token)
  if (!read) return undefined
  const row = await db.selectFrom('workspace_links').select('generation').where('id', '=', read.id).executeTakeFirst()
  const generation = row && generationOf(read, row.generation)
  return generation ? await openWorkspaceLink(db, { id: read.id, generation }, 'toLook') : undefined
}

const atWorkspace = ({ workspace }: OpenWorkspaceLink) => ({ place: workspace.name, workspace })

const joinPage =
  (service: Service, path: string, link: OpenWorkspaceLink, person: { readonly email: string } | undefined): Draw =>
  (say) => {
    const { workspace, role, access, expiresAt } = link
    return {
      title: say.text('join.title', { place: workspace.name }),
      body: html`<h1>${say('join.title', { place: workspace.name })}</h1>
<dl>
<dt>${say('fact.role')}</dt><dd>${say(`role.${role}`)}<span class="quiet">${say(`workspace.${role}`)}</span></dd>
<dt>${say('fact.who')}</dt><dd>${say(`join.${access}`)}</dd>
${expiresAt ? html`<dt>${say('fact.until')}</dt><dd>${say.day(expiresAt)}</dd>` : ''}
</dl>
${joinDeeds(say, service, { path, place: workspace.name, person })}`,
    }
  }

const insidePage =
  (place: string, email: string): Draw =>
  (say) => ({
    title: say.text('invitation.inside', { place }),
    body: html`<h1>${say('join.inside', { place })}</h1>
<p>${say('join.signedInAs', { email })}</p>
<div class="deeds">${buttonLink('/', say('groups.go'))}</div>`,
  })
