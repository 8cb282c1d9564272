import { type ReactNode, useState } from 'react'
import type { Group } from '../../lib/contract/schemas.ts'
import { CreateGroup } from '../group/CreateGroup.tsx'
import { GroupPicker } from '../group/GroupPicker.tsx'
import type { Chosen } from '../group/useChoice.ts'
import { useCreatable } from '../group/useCreatable.ts'
import { useGroups } from '../queries.ts'
import { useServices } from '../services.ts'

interface Props {
  readonly chosen: Chosen
  /** Chooses the role. */
  readonly role: ReactNode
  readonly courseName?: string | undefined
}

const owned = (group: Group) => group.role === 'owner'

/** Where to, and as what. "New Group" opens its form in the same place. */
export const GroupAndRole = ({ chosen, role, courseName }: Props) => {
  const { say } = useServices()
  const { data: groups = [] } = useGroups()
  const mayCreate = useCreatable().length > 0
  const [making, setMaking] = useState(false)
  if (making)
    return (
      <div className="m-4 animate-appear rounded-card border border-line bg-raised p-4">
        <CreateGroup
          groups={groups}
          {...(courseName ? { name: courseName } : {})}
          onCancel={() => setMaking(false)}
          onCreated={(group) => {
            chosen.setGroup(group)
            setMaking(false)
          }}
        />
      </div>
    )
  return (
    <div className="grid flex-none grid-cols-[1fr_128px] gap-2 px-4 pt-3 pb-3">
      <GroupPicker
        label={say('group')}
        groups={groups}
        value={chosen.group?.role === 'owner' ? chosen.group : undefined}
        onChange={chosen.setGroup}
        pickable={owned}
        onNew={mayCreate ? () => setMaking(true) : undefined}
      />
      {role}
    </div>
  )
}
