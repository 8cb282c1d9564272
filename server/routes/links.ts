import { CallProblem } from '../../lib/contract/errors.ts'
import { GroupRole, type LinkLimits, type ShareLink } from '../../lib/contract/schemas.ts'
import type { Handler, Handlers } from '../mount.ts'
import { roleNames } from '../pages/roles.ts'
import type { Service } from '../service.ts'
import { ensureLink, type LinkRow, limitLink, linksOf, revokeLink, rotateLink } from '../store/links.ts'
import { settingsOf } from '../store/workspaceSettings.ts'
import { joinUrl } from '../urls.ts'

const present = (service: Service, link: LinkRow | undefined): ShareLink => {
  if (!link) throw new CallProblem('notFound')
  return {
    id: link.id,
    access: link.access,
    role: link.role,
    url: joinUrl(service, link),
    uses: link.uses,
    createdAt: link.created_at.toISOString(),
    ...(link.expires_at && { expiresAt: link.expires_at.toISOString() }),
    ...(link.max_uses !== null && { maxUses: link.max_uses }),
    ...(link.ended && { ended: link.ended }),
  }
}

const listLinks: Handler<'links.list'> = async ({ group, service, tx }, { show }) => ({
  links: (await linksOf(tx, group.id))
    .filter(({ ended }) => show === 'all' || !ended)
    .map((link) => present(service, link)),
})

const makeLink: Handler<'links.create'> = async ({ actor, group, service, tx }, { access, role, ...limits }) => {
  if (access === 'anyone') {
    const { anyoneRole } = await settingsOf(tx, group.workspaceId)
    if (GroupRole.options.indexOf(role) < GroupRole.options.indexOf(anyoneRole))
      throw new CallProblem('notAllowed', `In this Workspace a link for anyone gives ${roleNames[anyoneRole]} at most.`)
  }
  const link = { groupId: group.id, access, role, createdBy: actor.id }
  return present(service, await ensureLink(tx, link, toCome(limits)))
}

const changeLink: Handler<'links.change'> = async ({ group, service, tx }, { linkId, ...limits }) =>
  present(service, await limitLink(tx, group.id, linkId, toCome(limits)))

const replaceLink: Handler<'links.rotate'> = async ({ group, service, tx }, { linkId }) =>
  present(service, await rotateLink(tx, group.id, linkId))

const endLink: Handler<'links.revoke'> = async ({ group, tx }, { linkId }) => {
  if (!(await revokeLink(tx, group.id, linkId))) throw new CallProblem('notFound')
  return {}
}

/** A link is ended by revoking it, not by an end in the past, which would be a mistake. */
const toCome = ({ expiresAt, maxUses }: LinkLimits): LinkLimits => {
  if (expiresAt && Date.parse(expiresAt) <= Date.now())
    throw new CallProblem('notUnderstood', 'The day on which a link ends must be still to come.')
  return { expiresAt, maxUses }
}

export const linkHandlers = {
  'links.list': listLinks,
  'links.create': makeLink,
  'links.change': changeLink,
  'links.rotate': replaceLink,
  'links.revoke': endLink,
} satisfies Partial<Handlers>
