import { FolderPlus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Group } from '../../lib/contract/schemas.ts'
import { GroupPicker } from '../group/GroupPicker.tsx'
import { NewGroup, useCreatable } from '../group/NewGroup.tsx'
import type { Chosen } from '../group/useChoice.ts'
import { Blank } from '../kit/Blank.tsx'
import { Button } from '../kit/Button.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Problem } from '../Problem.tsx'
import { useGroups } from '../queries.ts'
import { useServices } from '../services.ts'

interface Props {
  readonly chosen: Chosen
  readonly pickable: (group: Group) => boolean
  /** Given the picker, to put it where it fits. */
  readonly children: (group: Group, picker: ReactNode) => ReactNode
}

/** A screen about one Group: the picker, and below it that Group; or how to come to have one. */
export const GroupTab = ({ chosen, pickable, children }: Props) => {
  const { say } = useServices()
  const groups = useGroups()
  const group = chosen.group && pickable(chosen.group) ? chosen.group : undefined
  if (groups.error && !groups.data)
    return <Problem problem={groups.error} onRetry={() => void groups.refetch()} className="m-4" />
  if (!groups.data) return <Skeleton />
  if (!groups.data.some(pickable)) return <NoGroup groups={groups.data} onCreated={chosen.setGroup} />
  const picker = (
    <GroupPicker
      label={say('group')}
      groups={groups.data}
      value={group}
      onChange={chosen.setGroup}
      pickable={pickable}
    />
  )
  if (group) return children(group, picker)
  return (
    <>
      <div className="flex-none px-4 py-3">{picker}</div>
      <Blank icon={FolderPlus} title={say('groupPickFirst')} />
    </>
  )
}

/** No Group yet: make one, or whom to ask. */
export const NoGroup = ({ groups, onCreated, name }: NoGroupProps) => {
  const { say } = useServices()
  const mayCreate = useCreatable().length > 0
  const [making, setMaking] = useState(false)
  if (making)
    return (
      <div className="p-4">
        <NewGroup groups={groups} onCreated={onCreated} onCancel={() => setMaking(false)} {...(name ? { name } : {})} />
      </div>
    )
  return (
    <Blank
      icon={FolderPlus}
      title={say(mayCreate ? 'noGroupYet' : 'noGroupForYou')}
      actions={
        mayCreate && (
          <Button look="primary" onClick={() => setMaking(true)}>
            {say('groupCreate')}
          </Button>
        )
      }
    >
      {say(mayCreate ? 'noGroupYetNow' : 'noGroupForYouNow')}
    </Blank>
  )
}

interface NoGroupProps {
  readonly groups: readonly Group[]
  readonly onCreated: (group: Group) => void
  readonly name?: string | undefined
}
