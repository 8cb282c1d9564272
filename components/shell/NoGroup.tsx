import { FolderPlus } from 'lucide-react'
import { useState } from 'react'
import type { Group } from '../../lib/contract/schemas.ts'
import { CreateGroup } from '../group/CreateGroup.tsx'
import { useCreatable } from '../group/useCreatable.ts'
import { Blank } from '../kit/Blank.tsx'
import { Button } from '../kit/Button.tsx'
import { useServices } from '../services.ts'

interface Props {
  readonly groups: readonly Group[]
  readonly onCreated: (group: Group) => void
  /** A name to start from. */
  readonly name?: string | undefined
}

/** No Group yet: make one, or whom to ask. */
export const NoGroup = ({ groups, onCreated, name }: Props) => {
  const { say } = useServices()
  const mayCreate = useCreatable().length > 0
  const [making, setMaking] = useState(false)
  if (making)
    return (
      <div className="p-4">
        <CreateGroup
          groups={groups}
          onCreated={onCreated}
          onCancel={() => setMaking(false)}
          {...(name ? { name } : {})}
        />
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
