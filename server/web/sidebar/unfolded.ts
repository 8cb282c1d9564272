import type { GroupRow } from '../../../lib/groups/tree.ts'

/** The rows of a tree without those that lie in a folded Group; the one that is open is always there, with those around it. */
export const unfolded = (
  rows: readonly GroupRow[],
  folds: ReadonlySet<string>,
  openId: string | undefined,
): readonly GroupRow[] => {
  const parents = new Map(rows.map(({ group }) => [group.id, group.parentId]))
  const kept = new Set<string>()
  for (let id: string | null | undefined = openId; id && !kept.has(id); id = parents.get(id)) kept.add(id)
  let below = Number.POSITIVE_INFINITY
  return rows.filter(({ group, depth }) => {
    if (depth > below) return kept.has(group.id)
    below = folds.has(group.id) ? depth : Number.POSITIVE_INFINITY
    return true
  })
}
