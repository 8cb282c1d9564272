import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Confirm } from '../../../../components/kit/Confirm.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import { RESTORE_DAYS } from '../../../../lib/contract/limits.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'

interface Props {
  readonly group: Group
  readonly onDeleted: () => void
}

export const DeletePart = ({ group, onDeleted }: Props) => {
  const { say } = useServices()
  const [asking, setAsking] = useState(false)
  const remove = useAct('groups.delete', onDeleted)
  return (
    <Part title={say('setDelete')} line={say.count('setDeleteLine', RESTORE_DAYS)}>
      {remove.error && <Problem problem={remove.error} />}
      <Button icon={<Trash2 aria-hidden className="size-4" />} onClick={() => setAsking(true)}>
        {say('deleteGroup')}
      </Button>
      {asking && (
        <Confirm
          title={say('deleteTitle', group.name)}
          deed={say('deleteGroup')}
          busy={remove.isPending}
          onDo={() => remove.mutate({ groupId: group.id })}
          onClose={() => setAsking(false)}
        >
          <p>{say.count('deleteNow', RESTORE_DAYS)}</p>
        </Confirm>
      )}
    </Part>
  )
}
