import { useQuery } from '@tanstack/react-query'
import { UserX } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../components/kit/Button.tsx'
import { Confirm } from '../../../components/kit/Confirm.tsx'
import { Field } from '../../../components/kit/Field.tsx'
import { Notice } from '../../../components/kit/Notice.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { useServices } from '../../../components/services.ts'
import { Part } from '../kit/Part.tsx'
import { useAct } from '../kit/useAct.ts'

/** Deletes the account for good: what that does is said first, and the address is typed. */
export const DeletePart = ({ email }: { email: string }) => {
  const { account, call, say } = useServices()
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const plan = useQuery({
    queryKey: ['me', 'deletion'],
    enabled: asking,
    queryFn: () => call('me.deletion', {}),
  })
  const remove = useAct('me.delete', () => void account.signOut())
  const alone = plan.data?.alone ?? []
  const problem = plan.error ?? remove.error
  return (
    <Part title={say('deleteMe')} line={say('deleteMeLine')}>
      {asking && alone.length > 0 && (
        <Notice tone="attention" title={say('deleteMeStuck', say.list(alone.map(({ name }) => name)))}>
          {say('deleteMeStuckNow')}
        </Notice>
      )}
      {asking && plan.error && <Problem problem={plan.error} />}
      <Button
        icon={<UserX aria-hidden className="size-4" />}
        busy={asking && plan.isFetching}
        onClick={() => (asking ? void plan.refetch() : setAsking(true))}
      >
        {say('deleteMe')}
      </Button>
      {asking && plan.data && alone.length === 0 && (
        <Confirm
          title={say('deleteMeTitle')}
          deed={say('deleteMeDo')}
          busy={remove.isPending}
          off={typed.trim().toLowerCase() !== email}
          onDo={() => remove.mutate({ confirm: typed })}
          onClose={() => setAsking(false)}
        >
          <p>
            {say(
              'deleteMeWhat',
              say.count('workspaceCount', plan.data.workspaces),
              say.count('groupCount', plan.data.groups),
            )}
          </p>
          {plan.data.ownGroups > 0 && <p>{say.count('deleteMeOwn', plan.data.ownGroups)}</p>}
          <p>{say('deleteMeNow')}</p>
          <Field
            dir="ltr"
            label={say('deleteMeType')}
            placeholder={email}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {problem && <Problem problem={problem} />}
        </Confirm>
      )}
    </Part>
  )
}
