import { CallProblem } from '../../lib/contract/errors.ts'
import type { ShareLink } from '../../lib/contract/schemas.ts'
import type { Handler, Handlers } from '../mount.ts'
import type { Service } from '../service.ts'
import { ensureLink, type LinkRow, linksOf, revokeLink } from '../store/links.ts'
import { joinUrl } from '../urls.ts'

const present = (service: Service, link: LinkRow): ShareLink => ({
  id: link.id,
  access: link.access,
  role: link.role,
  url: joinUrl(service, link),
  uses: link.uses,
  createdAt: link.created_at.toISOString(),
})

const listLinks: Handler<'links.list'> = async ({ group, service, tx }) => ({
  links: (await linksOf(tx, group.id)).map((link) => present(service, link)),
})

const makeLink: Handler<'links.create'> = async ({ actor, group, service, tx }, { access, role }) => {
  if (access === 'anyone' && role !== 'member')
    throw new CallProblem('notAllowed', 'A link for anyone gives the role Member only.')
  return present(service, await ensureLink(tx, { groupId: group.id, access, role, createdBy: actor.id }))
}

const endLink: Handler<'links.revoke'> = async ({ group, tx }, { linkId }) => {
  if (!(await revokeLink(tx, group.id, linkId))) throw new CallProblem('notFound')
  return {}
}

export const linkHandlers = {
  'links.list': listLinks,
  'links.create': makeLink,
  'links.revoke': endLink,
} satisfies Partial<Handlers>
