import { useMutation, useQuery } from '@tanstack/react-query'
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
import { chunksQuery } from './chunksQuery.ts'
import { KindFilter } from './KindFilter.tsx'
import { SentList } from './SentList.tsx'
import { type SentKind, sentOrder, sentPeople } from './sentPeople.ts'
import { TakeAlong } from './TakeAlong.tsx'
import { UndoBar } from './UndoBar.tsx'

/** What became of everybody, and Undo while the mails are held. */
export const Outcome = ({ job }: { job: SendJob }) => {
  const { jobs, say } = useServices()
  const forget = useForgetPeople()
  const chunks = useQuery(chunksQuery(jobs, job))
  const [shown, setShown] = useState<SentKind>()
  const everybody = sentPeople(chunks.data ?? [])
  const people = shown ? everybody.filter(({ kind }) => kind === shown) : everybody
  const reached = (job.counts.invited ?? 0) + (job.counts.added ?? 0)
  const counted = sentOrder.flatMap((kind) => {
    const count = kind === 'notSent' ? undefined : job.counts[kind]
    return count ? [{ kind, count }] : []
  })
  const undo = useMutation({ mutationFn: () => jobs.undo(job.id) })
  const done = async () => {
    await forget(job.groupId)
    await jobs.dismiss(job.id)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the outcome is there
  useEffect(() => {
    void forget(job.groupId)
    void jobs.seen(job.id)
  }, [job.id])
  return (
    <>
      <div className="flex flex-none flex-col gap-2 p-4">
        <div role="status">
          <h2 className="flex items-start gap-2 text-16 font-semibold text-balance">
            <CircleCheck aria-hidden className="mt-0.5 size-5 flex-none text-good" />
            {reached > 0 ? say.count('outcomeTitle', reached, job.groupName) : say('outcomeNobodyNew', job.groupName)}
          </h2>
        </div>
        {counted.length > 1 && <KindFilter counted={counted} shown={shown} onShow={setShown} />}
        {reached > 0 && <UndoBar heldUntil={job.heldUntil} busy={undo.isPending} onUndo={() => undo.mutate()} />}
        {undo.error && <Problem problem={undo.error} />}
        <AlwaysHere />
      </div>
      {chunks.data ? <SentList people={people} /> : <Skeleton />}
      <Foot>
        <Button look="primary" className="flex-[99]" onClick={() => void done()}>
          {say('done')}
        </Button>
        <TakeAlong people={people} name={job.groupName} />
      </Foot>
    </>
  )
}
