import { useEffect, useRef, useState } from 'react'
import { useMe } from '../../../components/queries.ts'
import { useServices } from '../../../components/services.ts'
import { type Shelf, shelvesOf } from '../../../lib/groups/shelves.ts'
import type { GroupRow } from '../../../lib/groups/tree.ts'
import { useMoves } from '../moves/useMoves.ts'
import { GroupItem } from './GroupItem.tsx'
import { placesAmong } from './placesAmong.ts'
import { ShelfHead } from './ShelfHead.tsx'
import { useDrag } from './useDrag.ts'
import { useTreeKeys } from './useTreeKeys.ts'

interface Props {
  /** What is not folded away, in order. */
  readonly rows: readonly GroupRow[]
  readonly openId: string | undefined
  /** Whether something lies in a Group, and is folded away; undefined: nothing lies in it. */
  readonly foldedOf: (id: string) => boolean | undefined
  readonly onFold: (id: string) => void
}

/**
 * Groups as a tree by the ARIA pattern: one stop for Tab, arrows walk and fold, Home and End, letters find a name, Enter opens.
 * A Group is dragged where it may lie; by keyboard it is moved from its menu.
 */
export const Tree = ({ rows, openId, foldedOf, onFold }: Props) => {
  const { say } = useServices()
  const workspaces = useMe()?.workspaces ?? []
  const { move, complain, moved } = useMoves()
  const root = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<string>()
  const drag = useDrag((group, place) => move(group, place).catch(complain))
  const shelves = shelvesOf(
    rows,
    workspaces.map(({ id }) => id),
  )
  const shown = shelves.flatMap((shelf) => shelf.rows)
  const stop = [at, openId].find((id) => shown.some(({ group }) => group.id === id)) ?? shown[0]?.group.id
  const focus = (id: string | undefined) => root.current?.querySelector<HTMLElement>(`[data-group="${id}"]`)?.focus()
  const press = useTreeKeys({ shown, foldedOf, onFold, focus })
  // Moved with the focus on it, a line loses that on its way.
  useEffect(() => {
    if (moved && document.activeElement === document.body)
      root.current?.querySelector<HTMLElement>(`[data-group="${moved}"]`)?.focus()
  }, [moved])

  const isShown = ({ rows: those, workspaceId, space }: Shelf) =>
    those.length > 0 || drag.target({ parentId: null, space }, workspaceId) !== undefined
  const visible = shelves.filter(isShown)
  const named = visible.length > 1 || drag.groupId !== undefined || visible[0]?.space === 'private'
  const nameOf = (workspaceId: string, space: Shelf['space']) =>
    space === 'private' ? say('privateSpace') : (workspaces.find(({ id }) => id === workspaceId)?.name ?? '')

  return (
    <div ref={root} role="tree" aria-label={say('groups')}>
      {visible.map(({ workspaceId, space, rows: those }) => {
        const counts = placesAmong(those)
        return (
          <ShelfHead
            key={`${workspaceId} ${space}`}
            space={space}
            name={named ? nameOf(workspaceId, space) : undefined}
            target={drag.target({ parentId: null, space }, workspaceId)}
          >
            {those.map((row) => (
              <GroupItem
                key={row.group.id}
                row={row}
                open={row.group.id === openId}
                stop={row.group.id === stop}
                folded={foldedOf(row.group.id)}
                count={counts.get(row.group.id)}
                target={drag.target({ parentId: row.group.id }, row.group.workspaceId)}
                dragged={drag.groupId === row.group.id}
                onFold={() => onFold(row.group.id)}
                onFocus={() => setAt(row.group.id)}
                onKey={(key, time) => press(key, time, row)}
                onDrag={() => drag.begin(row.group)}
                onDragEnd={drag.end}
              />
            ))}
          </ShelfHead>
        )
      })}
    </div>
  )
}
