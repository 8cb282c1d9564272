import { useState } from 'react'
import { useGroups, useMe } from '../../../components/queries.ts'
import type { Group } from '../../../lib/contract/schemas.ts'
import { isAmong, type Place, type Places, placesFor } from '../../../lib/groups/places.ts'

interface Dragged {
  readonly group: Group
  readonly places: Places
}

const keyOf = ({ parentId, space }: Place, workspaceId: string) => parentId ?? `${workspaceId} ${space}`

/** A Group that is dragged, and the places where it may be dropped. */
export const useDrag = (onDrop: (group: Group, place: Place) => void) => {
  const groups = useGroups().data ?? []
  const workspaces = useMe()?.workspaces ?? []
  const [dragged, setDragged] = useState<Dragged>()
  const [over, setOver] = useState<string>()
  const end = () => {
    setDragged(undefined)
    setOver(undefined)
  }
  return {
    groupId: dragged?.group.id,
    begin: (group: Group) => {
      const role = workspaces.find(({ id }) => id === group.workspaceId)?.role
      setDragged({ group, places: placesFor(groups, group, role === 'owner' || role === 'editor') })
    },
    end,
    /** What makes something a place to drop on; nothing where the dragged one may not lie there. */
    target: (place: Place, workspaceId: string) => {
      if (!dragged || dragged.group.workspaceId !== workspaceId || !isAmong(dragged.places, place)) return undefined
      const key = keyOf(place, workspaceId)
      return {
        over: over === key,
        onOver: () => setOver(key),
        onOut: () => setOver((now) => (now === key ? undefined : now)),
        onDrop: () => {
          end()
          onDrop(dragged.group, place)
        },
      }
    },
  }
}
