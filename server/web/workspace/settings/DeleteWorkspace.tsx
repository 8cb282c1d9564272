import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Confirm } from '../../../../components/kit/Confirm.tsx'
import { Field } from '../../../../components/kit/Field.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import { RESTORE_DAYS } from '../../../../lib/contract/limits.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'

/** Deletes a Workspace once its name is typed, and goes to where it can be brought back. */
export const DeleteWorkspace = ({ workspaceId, name }: { workspaceId: string; name: string }) => {
  const { open, say } = useServices()
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const remove = useAct('workspaces.delete', () => open('/archive'))
  return (
    <Part title={say('setDelete')} line={say('deleteWorkspaceLine')}>
      <Button icon={<Trash2 aria-hidden className="size-4" />} onClick={() => setAsking(true)}>
        {say('deleteWorkspace')}
      </Button>
      {asking && (
        <Confirm
          title={say('deleteTitle', name)}
          deed={say('setDelete')}
          busy={remove.isPending}
          off={typed.trim() !== name}
          onDo={() => remove.mutate({ workspaceId, confirm: typed })}
          onClose={() => setAsking(false)}
        >
          <p>{say('deleteWorkspaceNow', RESTORE_DAYS)}</p>
          <Field
            label={say('deleteWorkspaceType')}
            placeholder={name}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {remove.error && <Problem problem={remove.error} />}
        </Confirm>
      )}
    </Part>
  )
}
