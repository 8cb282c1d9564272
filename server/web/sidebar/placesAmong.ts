import type { GroupRow } from '../../../lib/groups/tree.ts'

/** The how-manieth of how many one is among those beside it. */
export interface PlaceAmong {
  readonly at: number
  readonly of: number
}

/** For each row of a tree, where it stands among its siblings that are listed. */
export const placesAmong = (rows: readonly GroupRow[]): ReadonlyMap<string, PlaceAmong> => {
  const path: string[] = []
  const siblings = Map.groupBy(rows, ({ group, depth }) => {
    path.length = depth
    path[depth] = group.id
    return path[depth - 1] ?? ''
  })
  return new Map(
    [...siblings.values()].flatMap((those) =>
      those.map(({ group }, index) => [group.id, { at: index + 1, of: those.length }] as const),
    ),
  )
}
