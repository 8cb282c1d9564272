import { useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Confirm } from '../../../../components/kit/Confirm.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import { useAct } from '../../kit/useAct.ts'

/** Codes and mailed links sign everybody in again. */
export const RemoveSso = ({ workspaceId, onRemoved }: { workspaceId: string; onRemoved: () => void }) => {
  const { say } = useServices()
  const [asking, setAsking] = useState(false)
  const remove = useAct('sso.remove', () => {
    setAsking(false)
    onRemoved()
  })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say('ssoRemove')}</Button>
      {asking && (
        <Confirm
          title={say('ssoRemoveTitle')}
          deed={say('ssoRemove')}
          busy={remove.isPending}
          onDo={() => remove.mutate({ workspaceId })}
          onClose={() => setAsking(false)}
        >
          <p>{say('ssoRemoveNow')}</p>
          {remove.error && <Problem problem={remove.error} />}
        </Confirm>
      )}
    </>
  )
}
