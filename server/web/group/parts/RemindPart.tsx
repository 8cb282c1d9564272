import { SelectField } from '../../../../components/kit/Field.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import { MAX_REMINDERS } from '../../../../lib/contract/limits.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'
import { useGroupTimes } from './groupTimes.ts'

const usual = [2, 3, 5, 7, 14]

/** Whether a Group reminds people by itself who are pending, and after how long. */
export const RemindPart = ({ group }: { group: Group }) => {
  const { say } = useServices()
  const { data: times, error, refetch } = useGroupTimes(group.id)
  const change = useAct('groups.change')
  const days = times?.remindDays ?? null
  return (
    <Part title={say('setRemind')} line={say('setRemindLine', MAX_REMINDERS)}>
      {error && !times && <Problem problem={error} onRetry={() => void refetch()} />}
      {times && (
        <div className="w-full">
          <SelectField
            label={say('remindWhen')}
            value={days ?? ''}
            disabled={change.isPending}
            onChange={({ target }) => change.mutate({ groupId: group.id, remindDays: Number(target.value) || null })}
          >
            <option value="">{say('remindByHand')}</option>
            {[...new Set([...usual, ...(days === null ? [] : [days])])]
              .sort((a, b) => a - b)
              .map((some) => (
                <option key={some} value={some}>
                  {say.count('remindAfter', some)}
                </option>
              ))}
          </SelectField>
        </div>
      )}
      {change.error && <Problem problem={change.error} />}
    </Part>
  )
}
