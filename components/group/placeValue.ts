import type { Group } from '../../lib/contract/schemas.ts'
import type { Place } from '../../lib/groups/places.ts'

/** A place as the value of an option: a Workspace's id, its private space, or a Group's id. */
export const placeValue = (workspaceId: string, { parentId, space }: Place): string =>
  parentId ?? (space === 'private' ? `private ${workspaceId}` : workspaceId)

/** What `placeValue` wrote. */
export const readPlace = (value: string, groups: readonly Group[]): Place & { readonly workspaceId: string } => {
  const parent = groups.find(({ id }) => id === value)
  if (parent) return { workspaceId: parent.workspaceId, parentId: parent.id }
  const [first = '', own] = value.split(' ')
  return own
    ? { workspaceId: own, parentId: null, space: 'private' }
    : { workspaceId: first, parentId: null, space: 'workspace' }
}
