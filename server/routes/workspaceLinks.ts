import { CallProblem } from '../../lib/contract/errors.ts'
import type { WorkspaceLink } from '../../lib/contract/schemas.ts'
import type { Handler, Handlers } from '../mount.ts'
import type { Actor } from '../policy.ts'
import type { Service } from '../service.ts'
import { recordAudit } from '../store/audit.ts'
import type { Database } from '../store/open.ts'
import {
  changeWorkspaceLink,
  ensureWorkspaceLink,
  type WorkspaceLinkRow,
  workspaceLinksOf,
} from '../store/workspaceLinks.ts'
import { workspaceJoinUrl } from '../urls.ts'
import { toCome } from './linkLimits.ts'
import { presentLink } from './presentLink.ts'

const present = (service: Service, link: WorkspaceLinkRow): WorkspaceLink =>
  presentLink(link, workspaceJoinUrl(service, link))

interface Context {
  readonly actor: Actor
  readonly workspace: { readonly id: string }
  readonly service: Service
  readonly tx: Database
}

/** The link as it is from now on, written into the audit. */
const record = async (
  { actor, workspace, service, tx }: Context,
  action: 'workspaceLinks.create' | 'workspaceLinks.change' | 'workspaceLinks.rotate' | 'workspaceLinks.revoke',
  link: WorkspaceLinkRow | undefined,
): Promise<WorkspaceLink> => {
  if (!link) throw new CallProblem('notFound')
  const { id, access, role } = link
  const where = { actorId: actor.id, workspaceId: workspace.id }
  await recordAudit(tx, { ...where, action, subjectId: id, details: { access, role } })
  return present(service, link)
}

const listLinks: Handler<'workspaceLinks.list'> = async ({ workspace, service, tx }, { show }) => ({
  links: (await workspaceLinksOf(tx, workspace.id))
    .filter(({ ended }) => show === 'all' || !ended)
    .map((link) => present(service, link)),
})

const makeLink: Handler<'workspaceLinks.create'> = async (context, { access, role, expiresAt, maxUses }) => {
  const { actor, workspace, tx } = context
  if (access === 'anyone' && role !== 'member')
    throw new CallProblem('notAllowed', 'A link for anyone into a Workspace gives Member alone.')
  const link = { workspaceId: workspace.id, access, role, createdBy: actor.id }
  return await record(
    context,
    'workspaceLinks.create',
    await ensureWorkspaceLink(tx, link, toCome({ expiresAt, maxUses })),
  )
}

const changeLink: Handler<'workspaceLinks.change'> = async (context, { workspaceId, linkId, ...limits }) => {
  const changed = await changeWorkspaceLink(context.tx, { workspaceId, linkId }, toCome(limits))
  return await record(context, 'workspaceLinks.change', changed)
}

const replaceLink: Handler<'workspaceLinks.rotate'> = async (context, at) =>
  await record(context, 'workspaceLinks.rotate', await changeWorkspaceLink(context.tx, at, 'rotate'))

const endLink: Handler<'workspaceLinks.revoke'> = async (context, at) => {
  await record(context, 'workspaceLinks.revoke', await changeWorkspaceLink(context.tx, at, 'revoke'))
  return {}
}

export const workspaceLinkHandlers = {
  'workspaceLinks.list': listLinks,
  'workspaceLinks.create': makeLink,
  'workspaceLinks.change': changeLink,
  'workspaceLinks.rotate': replaceLink,
  'workspaceLinks.revoke': endLink,
} satisfies Partial<Handlers>
