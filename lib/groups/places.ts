import { MAX_GROUP_LEVELS } from '../contract/limits.ts'
import type { Group, GroupSpace } from '../contract/schemas.ts'

/** Where a Group lies, or is to: in another, or at the top. */
export interface Place {
  readonly parentId: string | null
  /** At the top: where its Workspace sees it, or in a private space. */
  readonly space?: GroupSpace
}

/** Where one person may move one Group. */
export interface Places {
  readonly spaces: readonly GroupSpace[]
  readonly groups: readonly Group[]
}

const nowhere: Places = { spaces: [], groups: [] }

export const placeOf = ({ parentId, type }: Group): Place =>
  parentId === null ? { parentId, space: type === 'private' ? 'private' : 'workspace' } : { parentId }

/** A Group with those inside it, each with its level below the outermost, which is 1. */
const nestOf = (groups: readonly Group[], outermost: string): ReadonlyMap<string, number> => {
  const inside = Map.groupBy(groups, ({ parentId }) => parentId)
  const levels = new Map([[outermost, 1]])
  // A Map is walked in the order in which it grows.
  for (const [id, level] of levels)
    for (const one of inside.get(id) ?? []) if (!levels.has(one.id)) levels.set(one.id, level + 1)
  return levels
}

/**
 * The places that somebody may move a Group to, without the one where it is. `groups` are all that they see; `maker`: they
 * may create Groups in its Workspace. What they do not see may still refuse: the service decides.
 */
export const placesFor = (groups: readonly Group[], group: Group, maker: boolean): Places => {
  const byId = new Map(groups.map((one) => [one.id, one]))
  if (group.role !== 'owner') return nowhere
  if (group.parentId !== null && byId.get(group.parentId)?.role !== 'owner') return nowhere
  const nest = nestOf(groups, group.id)
  const height = Math.max(...nest.values())
  const levelOf = ({ id }: Group): number => {
    const seen = new Set<string>()
    for (let here: string | null | undefined = id; here && !seen.has(here); here = byId.get(here)?.parentId)
      seen.add(here)
    return seen.size
  }
  const alone = [...nest.keys()].every((id) => {
    const one = byId.get(id)
    return (one?.members ?? 0) <= 1 && (one?.pending ?? 0) === 0
  })
  const here = placeOf(group)
  const spaces: GroupSpace[] = alone ? ['workspace', 'private'] : ['workspace']
  return {
    spaces: maker ? spaces.filter((space) => space !== here.space) : [],
    groups: groups.filter(
      (one) =>
        one.workspaceId === group.workspaceId &&
        one.role === 'owner' &&
        one.id !== group.parentId &&
        !nest.has(one.id) &&
        levelOf(one) + height <= MAX_GROUP_LEVELS,
    ),
  }
}

export const isAmong = ({ spaces, groups }: Places, { parentId, space }: Place): boolean =>
  parentId === null ? space !== undefined && spaces.includes(space) : groups.some(({ id }) => id === parentId)
