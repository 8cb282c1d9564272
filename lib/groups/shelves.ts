import type { GroupSpace } from '../contract/schemas.ts'
import type { GroupRow } from './tree.ts'

/** Where Groups stand at the top: a Workspace, or a private space in it. */
export interface Shelf {
  readonly workspaceId: string
  readonly space: GroupSpace
  readonly rows: readonly GroupRow[]
}

/** The rows of a tree by where their outermost Group stands: Workspaces in their order, each with its private space after it. */
export const shelvesOf = (rows: readonly GroupRow[], workspaceIds: readonly string[]): readonly Shelf[] => {
  const keyOf = (workspaceId: string, space: GroupSpace) => `${workspaceId} ${space}`
  let key = ''
  const found = Map.groupBy(rows, ({ group, depth }) => {
    if (depth === 0) key = keyOf(group.workspaceId, group.type === 'private' ? 'private' : 'workspace')
    return key
  })
  // One that somebody came into since the page was loaded stands last.
  const all = new Set([...workspaceIds, ...rows.map(({ group }) => group.workspaceId)])
  return [...all].flatMap((workspaceId) =>
    (['workspace', 'private'] as const).map((space) => ({
      workspaceId,
      space,
      rows: found.get(keyOf(workspaceId, space)) ?? [],
    })),
  )
}
