import type { Actor } from '../policy.ts'
import type { Database } from '../store/open.ts'
import type { Change } from './freshLines.ts'
import { insideOf, sightOf } from './sight.ts'
import { waitingNews } from './waitingNews.ts'

/**
 * Of what changes from now on, the Groups that this person may know of, with those inside them; none: something about their
 * Workspaces or the invitations that wait for them; null: nothing of theirs.
 */
export const newsFor = async (
  db: Database,
  { id, email }: Actor,
): Promise<(some: readonly Change[]) => Promise<string[] | null>> => {
  const inSight = await newsInSight(db, id)
  const waiting = await waitingNews(db, email)
  return async (some) => {
    const seen = some.length > 0 ? await inSight(some) : null
    return (await waiting()) ? (seen ?? []) : seen
  }
}

const newsInSight = async (db: Database, personId: string) => {
  let before = await sightOf(db, personId)
  return async (some: readonly Change[]): Promise<string[] | null> => {
    const now = await sightOf(db, personId)
    // What is out of their sight since, by a removal or because it is deleted, is told once more: their page still shows it.
    const sights = [before, now]
    before = now
    const changed = new Set(
      some.flatMap(({ groupId }) => (groupId && sights.some(({ groups }) => groups.has(groupId)) ? [groupId] : [])),
    )
    const other = some.some(
      ({ groupId, workspaceId }) => groupId === null && sights.some(({ workspaces }) => workspaces.has(workspaceId)),
    )
    return changed.size > 0 || other ? [...new Set([...changed, ...insideOf(changed, now.parents)])] : null
  }
}
