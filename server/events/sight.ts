import { roleIn } from '../policy.ts'
import { groupsAround } from '../store/groups.ts'
import type { Database } from '../store/open.ts'
import { workspacesOf } from '../store/workspaces.ts'

/** What one person may know of. */
interface Sight {
  readonly groups: ReadonlySet<string>
  readonly workspaces: ReadonlySet<string>
  /** Of each of these Groups, the one that it lies in. */
  readonly parents: ReadonlyMap<string, string | null>
}

export const sightOf = async (db: Database, personId: string): Promise<Sight> => {
  const [around, workspaces] = await Promise.all([groupsAround(db, personId), workspacesOf(db, personId)])
  const seen = around.filter((group) => roleIn(group))
  return {
    groups: new Set(seen.map(({ id }) => id)),
    workspaces: new Set(workspaces.map(({ id }) => id)),
    parents: new Map(seen.map(({ id, parentId }) => [id, parentId])),
  }
}

/** The Groups that lie in one of these, however deep. */
export const insideOf = (
  outer: ReadonlySet<string>,
  parents: ReadonlyMap<string, string | null>,
): ReadonlySet<string> => {
  const lies = (id: string): boolean => {
    const seen = new Set<string>()
    for (let here = parents.get(id); here && !seen.has(here); here = parents.get(here)) {
      if (outer.has(here)) return true
      seen.add(here)
    }
    return false
  }
  return new Set(outer.size === 0 ? [] : [...parents.keys()].filter(lies))
}
