import type { Hono } from 'hono'
import { isOffDomain } from '../actions/isOffDomain.ts'
import { joinByLink } from '../actions/joinByLink.ts'
import { roleIn } from '../policy.ts'
import type { Service } from '../service.ts'
import { findGroup } from '../store/groups.ts'
import { pendingOf } from '../store/invitations.ts'
import { roleOnLink } from '../store/linkPeople.ts'
import type { OpenLink } from '../store/openLink.ts'
import type { Person } from '../store/people.ts'
import { isInvitedIntoWorkspace } from '../store/workspaceInvitations.ts'
import { findWorkspaceRole } from '../store/workspaces.ts'
import { findLink } from './findLink.ts'
import { endedPage } from './joinEnds.ts'
import { insidePage, joinPage } from './joinPages.ts'
import { linkDoor } from './linkDoor.ts'
import type { PageEnv } from './web.ts'

/** Where a share link into a Group leads. */
export const joinPages = (service: Service): Hono<PageEnv> => {
  const { db, secrets } = service
  return linkDoor<OpenLink>(service, {
    path: '/join/:token',
    find: (token) => findLink(service, token),
    standing: (link, person) => standingOf(service, link, person),
    join: (tx, link, person) => joinByLink(tx, link, person, secrets),
    place: ({ group }) => group.name,
    into: ({ group }) => `/groups/${group.id}`,
    pages: {
      join: (path, link, person) => joinPage(service, path, link, person),
      inside: insidePage,
      ended: async (link, end, person) => endedPage(link, end, await nameFor(db, link, person)),
    },
  })
}

/** The name of a Group that a link led to, for who is in its Workspace. */
const nameFor = async (
  db: Service['db'],
  { group, workspace }: OpenLink,
  person: Person | undefined,
): Promise<string | null> => (person && (await findWorkspaceRole(db, workspace.id, person.id)) ? group.name : null)

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
  (await pendingOf(db, workspaceId, email)).length > 0 || (await isInvitedIntoWorkspace(db, workspaceId, email))
