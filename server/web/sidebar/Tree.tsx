import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useGroups, useMe } from '../../../components/queries.ts'
import { useServices } from '../../../components/services.ts'
import type { Group } from '../../../lib/contract/schemas.ts'
import { isAmong, type Place, type Places, placesFor } from '../../../lib/groups/places.ts'
import { type Shelf, shelvesOf } from '../../../lib/groups/shelves.ts'
import type { GroupRow } from '../../../lib/groups/tree.ts'
import { useMoves } from '../moves/useMoves.ts'
import { GroupItem } from './GroupItem.tsx'
import { placesAmong } from './placesAmong.ts'
import { ShelfHead } from './ShelfHead.tsx'
import { createTypeAhead } from './typeAhead.ts'

interface Props {
  /** What is not folded away, in order. */
  readonly rows: readonly GroupRow[]
  readonly openId: string | undefined
  /** Whether something lies in a Group, and is folded away; undefined: nothing lies in it. */
  readonly foldedOf: (id: string) => boolean | undefined
  readonly onFold: (id: string) => void
}

interface Dragged {
  readonly group: Group
  readonly places: Places
}

const keyOf = ({ parentId, space }: Place, workspaceId: string) => parentId ?? `${workspaceId} ${space}`

/**
 * Groups as a tree by the ARIA pattern: one stop for Tab, arrows walk and fold, Home and End, letters find a name, Enter opens.
 * A Group is dragged where it may lie; by keyboard it is moved from its menu.
 */
export const Tree = ({ rows, openId, foldedOf, onFold }: Props) => {
  const { say } = useServices()
  const [, go] = useLocation()
  const groups = useGroups().data ?? []
  const workspaces = useMe()?.workspaces ?? []
  const { move, complain, moved } = useMoves()
  const root = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<string>()
  const [dragged, setDragged] = useState<Dragged>()
  const [over, setOver] = useState<string>()
  const [typeAhead] = useState(createTypeAhead)
  const shelves = shelvesOf(
    rows,
    workspaces.map(({ id }) => id),
  )
  const shown = shelves.flatMap((shelf) => shelf.rows)
  const stop = [at, openId].find((id) => shown.some(({ group }) => group.id === id)) ?? shown[0]?.group.id
  const focus = (id: string | undefined) => root.current?.querySelector<HTMLElement>(`[data-group="${id}"]`)?.focus()
  // Moved with the focus on it, a line loses that on its way.
  useEffect(() => {
    if (moved && document.activeElement === document.body)
      root.current?.querySelector<HTMLElement>(`[data-group="${moved}"]`)?.focus()
  }, [moved])

  const press = (key: string, time: number, { group, depth }: GroupRow): boolean => {
    const index = shown.findIndex((row) => row.group.id === group.id)
    const [into, out] = say.dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
    const folded = foldedOf(group.id)
    const next = shown[index + 1]
    if (key === 'ArrowDown') focus(next?.group.id)
    else if (key === 'ArrowUp') focus(shown[index - 1]?.group.id)
    else if (key === 'Home') focus(shown[0]?.group.id)
    else if (key === 'End') focus(shown.at(-1)?.group.id)
    else if (key === 'Enter' || key === ' ') go(`/groups/${group.id}`)
    else if (key === into) {
      if (folded) onFold(group.id)
      else if (next && next.depth > depth) focus(next.group.id)
    } else if (key === out) {
      if (folded === false) onFold(group.id)
      else focus(shown.slice(0, index).findLast((row) => row.depth < depth)?.group.id)
    } else {
      const found = typeAhead(
        key,
        time,
        shown.map((row) => row.group.name),
        index,
      )
      if (found === undefined) return false
      focus(shown[found]?.group.id)
    }
    return true
  }

  const pick = (group: Group) => {
    const role = workspaces.find(({ id }) => id === group.workspaceId)?.role
    setDragged({ group, places: placesFor(groups, group, role === 'owner' || role === 'editor') })
  }
  /** What makes something a place to drop on; nothing where the dragged one may not lie there. */
  const target = (place: Place, workspaceId: string) => {
    if (!dragged || dragged.group.workspaceId !== workspaceId || !isAmong(dragged.places, place)) return undefined
    const key = keyOf(place, workspaceId)
    return {
      over: over === key,
      onOver: () => setOver(key),
      onOut: () => setOver((now) => (now === key ? undefined : now)),
      onDrop: () => {
        setDragged(undefined)
        setOver(undefined)
        move(dragged.group, place).catch(complain)
      },
    }
  }
  const isShown = ({ rows: those, workspaceId, space }: Shelf) =>
    those.length > 0 || target({ parentId: null, space }, workspaceId) !== undefined
  const visible = shelves.filter(isShown)
  const named = visible.length > 1 || dragged !== undefined || visible[0]?.space === 'private'

  return (
    <div ref={root} role="tree" aria-label={say('groups')}>
      {visible.map(({ workspaceId, space, rows: those }) => {
        const counts = placesAmong(those)
        return (
          <ShelfHead
            key={`${workspaceId} ${space}`}
            space={space}
            name={
              !named
                ? undefined
                : space === 'private'
                  ? say('privateSpace')
                  : (workspaces.find(({ id }) => id === workspaceId)?.name ?? '')
            }
            target={target({ parentId: null, space }, workspaceId)}
          >
            {those.map((row) => (
              <GroupItem
                key={row.group.id}
                row={row}
                open={row.group.id === openId}
                stop={row.group.id === stop}
                folded={foldedOf(row.group.id)}
                count={counts.get(row.group.id)}
                target={target({ parentId: row.group.id }, row.group.workspaceId)}
                dragged={dragged?.group.id === row.group.id}
                onFold={() => onFold(row.group.id)}
                onFocus={() => setAt(row.group.id)}
                onKey={(key, time) => press(key, time, row)}
                onDrag={() => pick(row.group)}
                onDragEnd={() => {
                  setDragged(undefined)
                  setOver(undefined)
                }}
              />
            ))}
          </ShelfHead>
        )
      })}
    </div>
  )
}
