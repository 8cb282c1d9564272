import type { QueryClient } from '@tanstack/react-query'
import { keys } from '../../components/queries.ts'

/** What the service says when something has changed. */
const groupsOf = (data: unknown): readonly string[] => {
  const told: unknown = JSON.parse(String(data))
  return typeof told === 'object' && told !== null && 'groupIds' in told && Array.isArray(told.groupIds)
    ? told.groupIds.map(String)
    : []
}

/**
 * Asks again for what is shown as soon as somebody else changes it, while somebody is signed in and the page is in sight: over
 * HTTP/1.1 a browser has six connections for all windows together. The browser connects again by itself.
 */
export const followChanges = (
  client: QueryClient,
  isSignedIn: () => boolean,
  onAccount: (changed: () => void) => void,
): void => {
  let source: EventSource | undefined
  const again = (queryKey: readonly unknown[]) => void client.invalidateQueries({ queryKey })
  const changed = ({ data }: MessageEvent) => {
    again(['groups'])
    for (const id of groupsOf(data))
      for (const key of [keys.members(id), keys.links(id), keys.addresses(id)]) again(key)
    for (const key of ['audit', 'workspacePeople', 'workspaceInvitations', 'workspaceSettings']) again([key])
  }
  const follow = () => {
    const wanted = isSignedIn() && document.visibilityState === 'visible'
    if (wanted === (source !== undefined)) return
    source?.close()
    source = wanted ? new EventSource('/api/events') : undefined
    source?.addEventListener('changed', changed)
  }
  onAccount(follow)
  document.addEventListener('visibilitychange', () => {
    follow()
    // What changed while nobody looked was not told.
    if (document.visibilityState === 'visible') again([])
  })
  follow()
}
