import { FolderInput } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Dialog } from '../../../../components/kit/Dialog.tsx'
import { useGroups, useMe } from '../../../../components/queries.ts'
import { useServices } from '../../../../components/services.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { placeOf } from '../../../../lib/groups/places.ts'
import { groupTree } from '../../../../lib/groups/tree.ts'
import { Part } from '../../kit/Part.tsx'
import { MoveForm } from '../../moves/MoveForm.tsx'
import { usePlaces } from '../../moves/usePlaces.ts'

/** Where a Group lies: people of the Groups around it are in it. */
export const PlacePart = ({ group }: { group: Group }) => {
  const { say } = useServices()
  const groups = useGroups().data ?? []
  const workspace = useMe()?.workspaces.find(({ id }) => id === group.workspaceId)
  const { spaces, groups: others } = usePlaces(group)
  const [moving, setMoving] = useState(false)
  const close = () => setMoving(false)
  const path = groupTree(groups, say.language).find((row) => row.group.id === group.id)?.path ?? []
  const top = placeOf(group).space === 'private' ? say('groupPrivateSpace') : say('groupAtTop', workspace?.name ?? '')
  return (
    <Part title={say('setPlace')} line={say('setPlaceLine')}>
      <p className="max-w-full break-words">{path.length > 0 ? <bdi>{path.join(' › ')}</bdi> : top}</p>
      {spaces.length + others.length === 0 ? (
        <p className="text-13 text-quiet">{say('moveNowhere')}</p>
      ) : (
        <Button icon={<FolderInput aria-hidden className="size-4" />} onClick={() => setMoving(true)}>
          {say('moveGroup')}
        </Button>
      )}
      {moving && (
        <Dialog title={say('moveTitle', group.name)} onClose={close}>
          <MoveForm group={group} onMoved={close} onCancel={close} />
        </Dialog>
      )}
    </Part>
  )
}
