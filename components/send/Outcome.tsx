import { useMutation } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SendJob } from '../../lib/jobs/job.ts'
import { Button } from '../kit/Button.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Problem } from '../Problem.tsx'
import { useForgetPeople } from '../queries.ts'
import { useServices } from '../services.ts'
import { AlwaysHere } from '../shell/AlwaysHere.tsx'
import { Foot } from '../shell/Foot.tsx'
import { countLeaving } from './countLeaving.ts'
import { GroupLines } from './GroupLines.tsx'
import { KindFilter } from './KindFilter.tsx'
import { MovesLine } from './MovesLine.tsx'
import { SentList } from './SentList.tsx'
import { isReached, type SentKind, sentOrder } from './sentPeople.ts'
import { TakeAlong } from './TakeAlong.tsx'
import { UndoBar } from './UndoBar.tsx'
import { usePutAway } from './usePutAway.ts'
import { useSentPeople } from './useSentPeople.ts'
import { whenSeen } from './whenSeen.ts'

/** What became of everybody, and Undo while the mails are held. */
export const Outcome = ({ whole, sends }: { whole: SendJob; sends: readonly SendJob[] }) => {
  const { jobs, say } = useServices()
  const forget = useForgetPeople()
  const everybody = useSentPeople(sends)
  const [shown, setShown] = useState<SentKind>()
  const people = everybody?.filter(({ kind }) => shown === undefined || kind === shown)
  const several = sends.length > 1
  const reached =
    several && everybody
      ? countPeople(everybody.filter(isReached))
      : (whole.counts.invited ?? 0) + (whole.counts.added ?? 0)
  const leaving = countLeaving(sends)
  const counted = sentOrder.flatMap((kind) => {
    const count = kind === 'notSent' ? undefined : whole.counts[kind]
    return count ? [{ kind, count }] : []
  })
  const undo = useMutation({
    mutationFn: async () => {
      for (const { id, state } of sends) if (state === 'done') await jobs.undo(id)
    },
  })
  const putAway = usePutAway(sends)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the outcome is there
  useEffect(() => {
    void forget(...sends.map(({ groupId }) => groupId))
    return whenSeen(() => {
      for (const { id } of sends) void jobs.seen(id)
    })
  }, [whole.id])
  return (
    <>
      <div className="flex flex-none flex-col gap-2 p-4">
        <div role="status">
          <h2 className="flex items-start gap-2 text-16 font-semibold text-balance">
            <CircleCheck aria-hidden className="mt-0.5 size-5 flex-none text-good" />
            {reached > 0
              ? say.count('outcomeTitle', reached, whole.groupName)
              : say(leaving > 0 ? 'outcomeMoves' : 'outcomeNobodyNew', whole.groupName)}
          </h2>
        </div>
        {several && <GroupLines sends={sends} />}
        {counted.length > 1 && <KindFilter counted={counted} shown={shown} onShow={setShown} />}
        <MovesLine sends={sends} />
        {reached + leaving > 0 && (
          <UndoBar heldUntil={whole.heldUntil} busy={undo.isPending} onUndo={() => undo.mutate()} />
        )}
        {undo.error && <Problem problem={undo.error} />}
        <AlwaysHere />
      </div>
      {people ? <SentList people={people} /> : <Skeleton />}
      <Foot>
        <Button look="primary" className="flex-[99]" busy={putAway.isPending} onClick={() => putAway.mutate()}>
          {say('done')}
        </Button>
        <TakeAlong people={people ?? []} name={whole.groupName} />
      </Foot>
    </>
  )
}

/** Somebody in two sections is one person. */
const countPeople = (people: readonly { readonly email: string }[]) =>
  new Set(people.map(({ email }) => email.toLowerCase())).size
