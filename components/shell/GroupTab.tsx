import { FolderPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Group } from '../../lib/contract/schemas.ts'
import { GroupPicker } from '../group/GroupPicker.tsx'
import type { Chosen } from '../group/useChoice.ts'
import { Blank } from '../kit/Blank.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { ProblemScreen } from '../ProblemScreen.tsx'
import { useGroups } from '../queries.ts'
import { useServices } from '../services.ts'
import { NoGroup } from './NoGroup.tsx'

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
    return <ProblemScreen problem={groups.error} onRetry={() => void groups.refetch()} />
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
