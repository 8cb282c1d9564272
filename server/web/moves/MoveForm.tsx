import { type FormEvent, useState } from 'react'
import { PlaceList } from '../../../components/group/PlaceList.tsx'
import { placeValue, readPlace } from '../../../components/group/placeValue.ts'
import { Button } from '../../../components/kit/Button.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { useGroups, useMe } from '../../../components/queries.ts'
import { useServices } from '../../../components/services.ts'
import type { Group } from '../../../lib/contract/schemas.ts'
import { placeOf } from '../../../lib/groups/places.ts'
import { useMoves } from './useMoves.ts'
import { usePlaces } from './usePlaces.ts'

interface Props {
  readonly group: Group
  readonly onMoved: () => void
  readonly onCancel: () => void
}

/** Where a Group lies, and where it could: only places that this person may move it to. */
export const MoveForm = ({ group, onMoved, onCancel }: Props) => {
  const { say } = useServices()
  const groups = useGroups().data ?? []
  const workspace = useMe()?.workspaces.find(({ id }) => id === group.workspaceId)
  const places = usePlaces(group)
  const { move, busy } = useMoves()
  const here = placeOf(group)
  const now = placeValue(group.workspaceId, here)
  const [picked, setPicked] = useState(now)
  const [problem, setProblem] = useState<Error>()
  // Moved by another way meanwhile: what was picked may be where it is.
  const [seen, setSeen] = useState(now)
  if (seen !== now) {
    setSeen(now)
    setPicked(now)
  }
  const around = groups.filter(({ id }) => id === here.parentId)
  const offered = {
    spaces: (['workspace', 'private'] as const).filter(
      (space) => space === here.space || places.spaces.includes(space),
    ),
    groups: [...around, ...places.groups],
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { workspaceId: _, ...place } = readPlace(picked, groups)
    if (picked === now) return
    setProblem(undefined)
    move(group, place).then(onMoved, setProblem)
  }
  if (places.spaces.length + places.groups.length === 0)
    return (
      <>
        <p className="text-quiet">{say('moveNowhere')}</p>
        <Button className="mt-4" onClick={onCancel}>
          {say('close')}
        </Button>
      </>
    )
  return (
    <form onSubmit={submit} className="flex w-full flex-col gap-3">
      {workspace && (
        <PlaceList
          label={say('groupWhere')}
          groups={groups}
          offers={[{ workspace, places: offered }]}
          value={picked}
          onChange={setPicked}
        />
      )}
      {problem && <Problem problem={problem} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" off={picked === now} busy={busy}>
          {say('setPlaceDo')}
        </Button>
        <Button onClick={onCancel}>{say('cancel')}</Button>
      </div>
    </form>
  )
}
