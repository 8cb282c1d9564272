import { useMutation } from '@tanstack/react-query'
import { CircleCheck, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { Group } from '../../lib/contract/schemas.ts'
import { isLower } from '../../lib/people/forecast.ts'
import { toCompare } from '../../lib/people/gone.ts'
import type { RoleRules } from '../../lib/people/roles.ts'
import { ticked } from '../../lib/people/ticks.ts'
import { Button } from '../kit/Button.tsx'
import { Confirm } from '../kit/Confirm.tsx'
import { Problem } from '../Problem.tsx'
import { useForgetPeople } from '../queries.ts'
import { useServices } from '../services.ts'
import { type Changed, changeRoles, removeGone, takeBack } from './changes.ts'
import type { Made } from './useForecast.ts'

interface Props {
  readonly group: Group
  readonly made: Made
  readonly roster: { readonly rules: RoleRules; readonly total: number | undefined }
}

/** What was ticked about people who are in the Group already, apart from Send: each deed with its own button, its number, and its way back. */
export const Changes = ({ group, made, roster }: Props) => {
  const { call, say } = useServices()
  const forget = useForgetPeople()
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<Changed | 'back'>()
  const { forecast, gone, ticks, addresses } = made
  const roles = ticked(forecast.rows, ticks, 'role')
  const going = ticked(gone.rows, ticks, 'remove')
  const changed = [group.id, ...gone.rows.flatMap(({ places = [] }) => places.flatMap(({ groupId }) => groupId ?? []))]
  const lower = roles.filter(isLower).length
  const act = useMutation({
    mutationFn: async (deed: 'role' | 'remove') =>
      deed === 'role'
        ? changeRoles(call, group.id, roles)
        : removeGone(call, group.id, going, {
            people: toCompare(addresses.people, roster.rules),
            ...(roster.total === undefined ? {} : { total: roster.total }),
            ...(asking ? { confirmed: true } : {}),
          }),
    onSuccess: setDone,
    onSettled: async (_, problem) => {
      // The service may know of more who came from the roster, and of fewer.
      setAsking(problem instanceof CallProblem && problem.code === 'shrinks')
      await forget(...changed)
    },
  })
  const undo = useMutation({
    mutationFn: (changed: Changed) => takeBack(call, group.id, changed),
    onSuccess: () => setDone('back'),
    onSettled: () => forget(...changed),
  })
  const remove = () => (gone.removal === 'shrinks' ? setAsking(true) : act.mutate('remove'))
  const problem = act.error ?? undo.error
  const open = roles.length + going.length > 0
  if (!open && !done && !problem) return null
  return (
    <div className="flex flex-none flex-col gap-2 border-t border-line bg-raised px-4 pt-3 pb-1">
      {problem && <Problem problem={problem} />}
      {done && <Done changed={done} busy={undo.isPending} onUndo={(changed) => undo.mutate(changed)} />}
      {open && (
        <div className="flex flex-wrap items-center gap-2">
          {roles.length > 0 && (
            <Button small busy={act.isPending && act.variables === 'role'} onClick={() => act.mutate('role')}>
              {say.count('changeRoles', roles.length)}
            </Button>
          )}
          {lower > 0 && <span className="text-12 text-quiet">{say.count('changeLower', lower)}</span>}
          {going.length > 0 && (
            <Button small busy={act.isPending && act.variables === 'remove'} onClick={remove}>
              {say.count('removeGone', going.length)}
            </Button>
          )}
        </div>
      )}
      {asking && (
        <Confirm
          title={say('shrinkTitle', gone.rows.length, gone.came)}
          deed={say.count('removeGone', going.length)}
          busy={act.isPending}
          onDo={() => act.mutate('remove')}
          onClose={() => setAsking(false)}
        >
          <p>{say('shrinkWhy')}</p>
          <p>{say('shrinkWhat', group.name)}</p>
        </Confirm>
      )}
    </div>
  )
}

interface DoneProps {
  readonly changed: Changed | 'back'
  readonly busy: boolean
  readonly onUndo: (changed: Changed) => void
}

const Done = ({ changed, busy, onUndo }: DoneProps) => {
  const { say } = useServices()
  if (changed === 'back')
    return (
      <p role="status" className="text-13">
        {say('broughtBack')}
      </p>
    )
  const { deed, done, lastOwner, stayed } = changed
  const words = [
    say.count(deed === 'role' ? 'changedDone' : 'removedDone', done.length),
    ...(lastOwner > 0 ? [say.count('stayedOwner', lastOwner)] : []),
    ...(stayed > 0 ? [say.count('stayedOther', stayed)] : []),
  ]
  return (
    <div className="flex items-center gap-2 rounded-control bg-well py-1.5 ps-3 pe-1.5 text-13">
      <CircleCheck aria-hidden className="size-4 flex-none text-good" />
      <p role="status" className="flex-1">
        {words.join('. ')}
      </p>
      {done.length > 0 && (
        <Button small busy={busy} icon={<Undo2 aria-hidden className="size-3.5" />} onClick={() => onUndo(changed)}>
          {say('undo')}
        </Button>
      )}
    </div>
  )
}
