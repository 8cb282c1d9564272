import type { Hono } from 'hono'
import { html } from 'hono/html'
import { joinWorkspaceByLink, standingAtLink } from '../actions/joinWorkspaceByLink.ts'
import type { Service } from '../service.ts'
import { type OpenWorkspaceLink, openWorkspaceLink } from '../store/workspaceLinks.ts'
import { generationOf } from './findLink.ts'
import { endedPage } from './joinEnds.ts'
import { joinDeeds } from './joinPages.ts'
import type { Draw } from './layout.ts'
import { linkDoor } from './linkDoor.ts'
import { buttonLink } from './parts.ts'
import type { PageEnv } from './web.ts'

/** Where a share link into a Workspace leads. */
export const joinWorkspacePages = (service: Service): Hono<PageEnv> =>
  linkDoor<OpenWorkspaceLink>(service, {
    path: '/join/workspace/:token',
    find: (token) => findWorkspaceLink(service, token),
    standing: (link, person) => standingAtLink(service.db, link, person),
    join: joinWorkspaceByLink,
    place: ({ workspace }) => workspace.name,
    into: () => '/',
    pages: {
      join: (path, link, person) => joinPage(service, path, link, person),
      inside: ({ workspace }, { email }) => insidePage(workspace.name, email),
      ended: async (link, end) => endedPage(link, end, null, 'link.aWorkspace'),
    },
  })

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
