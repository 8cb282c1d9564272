import { CallProblem } from '../../lib/contract/errors.ts'
import { isHigher } from '../../lib/contract/roles.ts'
import { Email, type GroupRole, type ShareLink } from '../../lib/contract/schemas.ts'
import type { Handler, Handlers } from '../mount.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import type { Service } from '../service.ts'
import { recordAudit } from '../store/audit.ts'
import { setLinkPeople } from '../store/linkPeople.ts'
import { changeLink, ensureLink, type LinkRow, linksOf } from '../store/links.ts'
import type { Database } from '../store/open.ts'
import { settingsOf } from '../store/workspaceSettings.ts'
import { joinUrl } from '../urls.ts'
import { sayIn } from '../words/say.ts'
import { toCome } from './linkLimits.ts'
import { presentLink } from './presentLink.ts'

const present = (service: Service, link: LinkRow): ShareLink => ({
  ...presentLink(link, joinUrl(service, link)),
  ...(link.access === 'roster' && { people: link.people }),
})

/** The link as it is from now on, written into the audit. */
const record = async (
  { actor, group, tx }: { actor: Actor; group: AuthorisedGroup<'group.makeLink'>; tx: Database },
  action: 'links.create' | 'links.change' | 'links.rotate' | 'links.revoke',
  link: LinkRow | undefined,
): Promise<LinkRow> => {
  if (!link) throw new CallProblem('notFound')
  const { id, access, role } = link
  const where = { actorId: actor.id, workspaceId: group.workspaceId, groupId: group.id }
  await recordAudit(tx, { ...where, action, subjectId: id, details: { access, role } })
  return link
}

const listLinks: Handler<'links.list'> = async ({ group, service, tx }, { show }) => ({
  links: (await linksOf(tx, group.id))
    .filter(({ ended }) => show === 'all' || !ended)
    .map((link) => present(service, link)),
})

const makeLink: Handler<'links.create'> = async (context, { access, role, people, ...limits }) => {
  const { actor, group, service, tx } = context
  if (access === 'anyone') {
    const { anyoneRole } = await settingsOf(tx, group.workspaceId)
    if (isHigher(role, anyoneRole))
      throw new CallProblem(
        'notAllowed',
        `In this Workspace a link for anyone gives ${sayIn('en').text(`role.${anyoneRole}`)} at most.`,
      )
  }
  // A roster link has no role of its own: there is one for each Group.
  const link = { groupId: group.id, access, role: access === 'roster' ? 'member' : role, createdBy: actor.id } as const
  const made = await ensureLink(tx, link, toCome(limits))
  if (access !== 'roster') return present(service, await record(context, 'links.create', made))
  const list = addressesOf(people ?? [])
  if (list.size > 0) await setLinkPeople(tx, service.secrets, made.id, list)
  else if (made.people === 0) throw new CallProblem('notUnderstood', 'A roster link needs somebody on its list.')
  return present(service, await record(context, 'links.create', { ...made, people: list.size || made.people }))
}

/** Each address once, with the first role that is named for it; what is no address is left out. */
const addressesOf = (people: readonly { readonly email: string; readonly role: GroupRole }[]) => {
  const list = new Map<string, GroupRole>()
  for (const { email, role } of people) {
    const parsed = Email.safeParse(email)
    if (parsed.success && parsed.data.isWellFormed() && !list.has(parsed.data)) list.set(parsed.data, role)
  }
  return list
}

const limitLink: Handler<'links.change'> = async (context, { linkId, ...limits }) => {
  const { group, service, tx } = context
  const limited = await changeLink(tx, { groupId: group.id, linkId }, toCome(limits))
  return present(service, await record(context, 'links.change', limited))
}

const replaceLink: Handler<'links.rotate'> = async (context, { linkId }) => {
  const { group, service, tx } = context
  const replaced = await changeLink(tx, { groupId: group.id, linkId }, 'rotate')
  return present(service, await record(context, 'links.rotate', replaced))
}

const endLink: Handler<'links.revoke'> = async (context, { linkId }) => {
  const { group, tx } = context
  await record(context, 'links.revoke', await changeLink(tx, { groupId: group.id, linkId }, 'revoke'))
  return {}
}

export const linkHandlers = {
  'links.list': listLinks,
  'links.create': makeLink,
  'links.change': limitLink,
  'links.rotate': replaceLink,
  'links.revoke': endLink,
} satisfies Partial<Handlers>
