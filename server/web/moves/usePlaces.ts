import { useMemo } from 'react'
import { useGroups, useMe } from '../../../components/queries.ts'
import type { Group } from '../../../lib/contract/schemas.ts'
import { type Places, placesFor } from '../../../lib/groups/places.ts'

const none: readonly Group[] = []

/** Where this person may move a Group to. */
export const usePlaces = (group: Group): Places => {
  const groups = useGroups().data ?? none
  const role = useMe()?.workspaces.find(({ id }) => id === group.workspaceId)?.role
  return useMemo(() => placesFor(groups, group, role === 'owner' || role === 'editor'), [groups, group, role])
}
