import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Confirm } from '../../../../components/kit/Confirm.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'

interface Props {
  readonly group: Group
  readonly onLeft: () => void
}

export const LeavePart = ({ group, onLeft }: Props) => {
  const { say } = useServices()
  const [asking, setAsking] = useState(false)
  const leave = useAct('members.leave', onLeft)
  return (
    <Part title={say('setLeave')} line={say('setLeaveLine')}>
      {leave.error && <Problem problem={leave.error} />}
      <Button icon={<LogOut aria-hidden className="size-4 rtl:-scale-x-100" />} onClick={() => setAsking(true)}>
        {say('leaveGroup')}
      </Button>
      {asking && (
        <Confirm
          title={say('leaveTitle', group.name)}
          deed={say('leaveGroup')}
          onDo={() => {
            setAsking(false)
            leave.mutate({ groupId: group.id })
          }}
          onClose={() => setAsking(false)}
        >
          <p>{say('leaveNow')}</p>
        </Confirm>
      )}
    </Part>
  )
}
