import { type FormEvent, useState } from 'react'
import { Button } from '../../../../components/kit/Button.tsx'
import { Field } from '../../../../components/kit/Field.tsx'
import { Problem } from '../../../../components/Problem.tsx'
import { useServices } from '../../../../components/services.ts'
import type { CallOutput } from '../../../../lib/contract/calls.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { Part } from '../../kit/Part.tsx'
import { useAct } from '../../kit/useAct.ts'
import { useGroupTimes } from './groupTimes.ts'

const deeds = { stay: 'termStay', archive: 'termArchive', purge: 'termPurge' } as const

/** The last day of a Group, and what its Workspace does after it. */
export const TermPart = ({ group }: { group: Group }) => {
  const { say } = useServices()
  const { data: times, error, refetch } = useGroupTimes(group.id)
  return (
    <Part title={say('setTerm')} line={say('setTermLine')}>
      {error && !times && <Problem problem={error} onRetry={() => void refetch()} />}
      {times && <TermForm key={times.termEndsOn} groupId={group.id} times={times} />}
    </Part>
  )
}

const TermForm = ({ groupId, times }: { groupId: string; times: CallOutput<'groups.times'> }) => {
  const { say } = useServices()
  const { termEndsOn, termAround, atTermEnd } = times
  const [day, setDay] = useState(termEndsOn ?? '')
  const change = useAct('groups.change')
  const same = day === (termEndsOn ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!same) change.mutate({ groupId, termEndsOn: day || null })
  }
  // Noon: the same day in every time zone that people have.
  const around = termAround ? say('termAround', say.day(`${termAround}T12:00:00`)) : say('termNone')
  return (
    <form noValidate onSubmit={submit} className="flex w-full flex-col items-start gap-3">
      <div className="w-full">
        <Field
          type="date"
          label={say('setTermEnd')}
          value={day}
          onChange={(event) => setDay(event.target.value)}
          note={`${around} ${say(deeds[atTermEnd])}`}
        />
      </div>
      {change.error && <Problem problem={change.error} />}
      <Button type="submit" off={same} busy={change.isPending}>
        {say('save')}
      </Button>
    </form>
  )
}
