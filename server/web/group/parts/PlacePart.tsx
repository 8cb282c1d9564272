import { useMemo, useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { SelectField } from '../../../../components/kit/Field.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useGroups, useMe } from '../../../../components/queries.ts'
import { useServices } from '../../../../components/services.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { groupTree, isInside } from '../../../../lib/groups/tree.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'

const TOP = ''

/** Where a Group lies: people of the Groups around it are in it. */
export const PlacePart = ({ group }: { group: Group }) => {
  const { say } = useServices()
  const groups = useGroups().data ?? []
  const workspace = useMe()?.workspaces.find(({ id }) => id === group.workspaceId)
  const [place, setPlace] = useState(group.parentId ?? TOP)
  const move = useAct('groups.move')
  const places = useMemo(
    () =>
      groupTree(groups, say.language).filter(
        ({ group: one }) =>
          one.workspaceId === group.workspaceId && one.role === 'owner' && !isInside(groups, one.id, group.id),
      ),
    [groups, say.language, group.workspaceId, group.id],
  )
  return (
    <Part title={say('setPlace')} line={say('setPlaceLine')}>
      <div className="w-full">
        <SelectField label={say('groupWhere')} value={place} onChange={(event) => setPlace(event.target.value)}>
          <option value={TOP}>{say('groupAtTop', workspace?.name ?? '')}</option>
          {places.map(({ group: one, path }) => (
            <option key={one.id} value={one.id}>
              {[...path, one.name].join(' › ')}
            </option>
          ))}
        </SelectField>
      </div>
      {move.error && <Problem problem={move.error} />}
      <Button
        off={place === (group.parentId ?? TOP)}
        busy={move.isPending}
        onClick={() => move.mutate({ groupId: group.id, parentId: place === TOP ? null : place })}
      >
        {say('setPlaceDo')}
      </Button>
    </Part>
  )
}
