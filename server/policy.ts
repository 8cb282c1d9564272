import type { Permission } from '../lib/contract/call.ts'
import { CallProblem } from '../lib/contract/errors.ts'
import type { GroupRole, GroupType, WorkspaceRole } from '../lib/contract/schemas.ts'
import { findDeletedGroup, findGroup, type GroupRow, type Standing } from './store/groups.ts'
import type { Database } from './store/open.ts'
import { findRoleInDeleted } from './store/workspaceLife.ts'
import { findWorkspaceRole } from './store/workspaces.ts'

/** Who may do what in a Workspace. */
const workspaceRules = {
  'workspace.createGroup': ['owner', 'editor'],
  'workspace.see': ['owner', 'editor', 'member'],
  'workspace.change': ['owner'],
  'workspace.people': ['owner'],
  'workspace.delete': ['owner'],
  'workspace.restore': ['owner'],
} as const satisfies Record<string, readonly WorkspaceRole[]>

/** Who may do what in a Group. */
const groupRules = {
  'group.see': ['owner', 'facilitator', 'member'],
  'group.viewMembers': ['owner', 'facilitator'],
  'group.changeMembers': ['owner'],
  'group.leave': ['owner', 'facilitator', 'member'],
  'group.invite': ['owner'],
  'group.makeLink': ['owner'],
  /** Its name, its type, its place. */
  'group.change': ['owner'],
  'group.archive': ['owner'],
  'group.copy': ['owner'],
  'group.delete': ['owner'],
  'group.restore': ['owner'],
  'group.export': ['owner'],
  'group.purge': ['owner'],
  /** Make a Group inside it. */
  'group.nest': ['owner'],
} as const satisfies Record<string, readonly GroupRole[]>

/** What may be done in a Group while it is archived. */
const whileArchived: ReadonlySet<keyof typeof groupRules> = new Set([
  'group.see',
  'group.viewMembers',
  'group.leave',
  'group.archive',
  'group.copy',
  'group.delete',
  'group.restore',
  'group.export',
  'group.purge',
])

type WorkspacePermission = keyof typeof workspaceRules
export type GroupPermission = keyof typeof groupRules

// A private member makes a class nominal: an object of the same shape is no Actor. It is there for the types alone.
/* biome-ignore-start lint/correctness/noUnusedPrivateClassMembers: see above */
/** Somebody who has proved who they are. */
class Actor {
  readonly #proved = true
  readonly id: string
  readonly email: string
  readonly name: string
  /** The session or connection that proved it. */
  readonly by: string
  constructor(person: { id: string; email: string; name: string; by: string }) {
    this.id = person.id
    this.email = person.email
    this.name = person.name
    this.by = person.by
  }
}

/** A Workspace in which the actor may do `P`. */
class AuthorisedWorkspace<P extends WorkspacePermission = WorkspacePermission> {
  readonly #may: P
  readonly id: string
  constructor(may: P, id: string) {
    this.#may = may
    this.id = id
  }
}

/** A Group in which the actor may do `P`, with the role they have there. */
class AuthorisedGroup<P extends GroupPermission = GroupPermission> {
  readonly #may: P
  readonly id: string
  readonly workspaceId: string
  readonly parentId: string | null
  readonly name: string
  readonly type: GroupType
  readonly archivedAt: Date | null
  readonly role: GroupRole
  constructor(may: P, group: GroupRow, role: GroupRole) {
    this.#may = may
    this.id = group.id
    this.workspaceId = group.workspaceId
    this.parentId = group.parentId
    this.name = group.name
    this.type = group.type
    this.archivedAt = group.archivedAt
    this.role = role
  }
}

/* biome-ignore-end lint/correctness/noUnusedPrivateClassMembers: see above */

// The classes stay here, so that nobody else can make an authorised value; the others get to know their types alone.
export type { Actor, AuthorisedGroup, AuthorisedWorkspace }

/** For server/auth alone: the person whose token or session was checked. */
export const actorOf = (person: { id: string; email: string; name: string; by: string }): Actor => new Actor(person)

/**
 * The role that counts: a Workspace Owner acts as Owner in every Group that is not Private; else their own membership,
 * else that of the nearest Group around it; else everybody of the Workspace is Member of a Group shared with everyone, and of those inside it.
 * Null: they are not in it, and it does not exist for them.
 */
export const roleIn = ({ workspaceRole, type, forEveryone, memberRole }: Standing): GroupRole | null => {
  if (!workspaceRole) return null
  if (workspaceRole === 'owner' && type !== 'private') return 'owner'
  return memberRole ?? (forEveryone ? 'member' : null)
}

export const mayInGroup = (role: GroupRole, permission: GroupPermission): boolean =>
  groupRules[permission].some((allowed) => allowed === role)

/** What the handler of a call with permission `P` is given. */
export type Grant<P extends Permission> = P extends WorkspacePermission
  ? { readonly actor: Actor; readonly workspace: AuthorisedWorkspace<P> }
  : P extends GroupPermission
    ? { readonly actor: Actor; readonly group: AuthorisedGroup<P> }
    : { readonly actor: Actor }

/** Throws `notFound` for what the actor may not see, `notAllowed` for what they may see and not do. */
export const authorise = async <P extends Permission>(
  db: Database,
  actor: Actor,
  permission: P,
  target: { workspaceId?: string; groupId?: string },
): Promise<Grant<P>> => {
  // The branches follow Grant<P>; TypeScript does not narrow a type parameter by its value.
  const grant = async () => {
    if (isWorkspacePermission(permission))
      return { actor, workspace: await authoriseWorkspace(db, actor, permission, target.workspaceId) }
    if (isGroupPermission(permission))
      return { actor, group: await authoriseGroup(db, actor, permission, target.groupId) }
    return { actor }
  }
  return (await grant()) as Grant<P>
}

const isWorkspacePermission = (permission: string): permission is WorkspacePermission => permission in workspaceRules
const isGroupPermission = (permission: string): permission is GroupPermission => permission in groupRules

const authoriseWorkspace = async <P extends WorkspacePermission>(
  db: Database,
  actor: Actor,
  permission: P,
  workspaceId: string | undefined,
): Promise<AuthorisedWorkspace<P>> => {
  const role =
    workspaceId &&
    ((await findWorkspaceRole(db, workspaceId, actor.id)) ??
      (permission === 'workspace.restore' ? await findRoleInDeleted(db, workspaceId, actor.id) : undefined))
  if (!role) throw new CallProblem('notFound')
  if (!workspaceRules[permission].some((allowed) => allowed === role)) throw new CallProblem('notAllowed')
  return new AuthorisedWorkspace(permission, workspaceId)
}

export const authoriseGroup = async <P extends GroupPermission>(
  db: Database,
  actor: Actor,
  permission: P,
  groupId: string | undefined,
): Promise<AuthorisedGroup<P>> => {
  const group =
    groupId &&
    ((await findGroup(db, groupId, actor.id)) ??
      (permission === 'group.restore' ? await findDeletedGroup(db, groupId, actor.id) : undefined))
  const role = group ? roleIn(group) : null
  if (!group || !role) throw new CallProblem('notFound')
  if (!mayInGroup(role, permission)) throw new CallProblem('notAllowed')
  if (group.archivedAt && !whileArchived.has(permission)) throw new CallProblem('archived')
  return new AuthorisedGroup(permission, group, role)
}
