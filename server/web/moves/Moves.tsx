import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useGroups } from '../../../components/queries.ts'
import { useServices } from '../../../components/services.ts'
import type { Group } from '../../../lib/contract/schemas.ts'
import { type Place, placeOf } from '../../../lib/groups/places.ts'
import { MovedBar } from './MovedBar.tsx'
import { type Moved, MovesContext } from './useMoves.ts'

/** Moves Groups for every part of the app, says where one went, and moves it back. */
export const Moves = ({ children }: { children: ReactNode }) => {
  const { call } = useServices()
  const groups = useGroups().data ?? []
  const client = useQueryClient()
  const [moved, setMoved] = useState<Moved>()
  const [problem, setProblem] = useState<Error>()
  const putBack = async (before: Group) => {
    const group = await call('groups.move', { groupId: before.id, ...placeOf(before) })
    if (before.type !== 'private' || group.type === 'private') return group
    // Among others it became Shared. It is Private again, unless somebody has come in meanwhile.
    return await call('groups.change', { groupId: before.id, type: 'private' }).catch(() => group)
  }
  const move = useMutation({
    mutationFn: ({ group, place }: { group: Group; place: Place }) =>
      call('groups.move', { groupId: group.id, ...place }),
    onMutate: () => {
      setMoved(undefined)
      setProblem(undefined)
    },
    onSuccess: (group, { group: before }) => setMoved({ group, before }),
    onSettled: () => client.invalidateQueries(),
  })
  const undo = useMutation({
    mutationFn: (before: Group) => putBack(before),
    onSuccess: (group) => setMoved({ group }),
    onSettled: () => client.invalidateQueries(),
  })
  return (
    <MovesContext
      value={{
        move: (group, place) => move.mutateAsync({ group, place }),
        complain: setProblem,
        moved: moved?.group.id,
        busy: move.isPending,
      }}
    >
      {children}
      <MovedBar
        groups={groups}
        moved={moved}
        problem={undo.error ?? problem}
        busy={undo.isPending}
        onUndo={() => moved?.before && undo.mutate(moved.before)}
        onClose={() => {
          setMoved(undefined)
          setProblem(undefined)
          undo.reset()
        }}
      />
    </MovesContext>
  )
}
