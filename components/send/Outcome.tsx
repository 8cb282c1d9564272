import { useMutation, useQuery } from '@tanstack/react-query'
import { CircleCheck } from 'lucide-react'
import { useEffect } from 'react'
import type { SendJob } from '../../lib/jobs/job.ts'
import { Button } from '../kit/Button.tsx'
import { Chip } from '../kit/Chip.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { Problem } from '../Problem.tsx'
import { useForgetPeople } from '../queries.ts'
import { useServices } from '../services.ts'
import { AlwaysHere } from '../shell/AlwaysHere.tsx'
import { Foot } from '../shell/Foot.tsx'
import { CopyList } from './CopyList.tsx'
import { chunksQuery } from './chunksQuery.ts'
import { SentList } from './SentList.tsx'
import { sentOrder, sentPeople } from './sentPeople.ts'
import { sentWords } from './sentWords.ts'
import { UndoBar } from './UndoBar.tsx'

/** What became of everybody, and Undo while the mails are held. */
export const Outcome = ({ job }: { job: SendJob }) => {
  const { jobs, say } = useServices()
  const forget = useForgetPeople()
  const chunks = useQuery(chunksQuery(jobs, job))
  const people = sentPeople(chunks.data ?? [])
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
        <p className="flex flex-wrap gap-1.5">
          {counted.length > 1 &&
            counted.map(({ kind, count }) => (
              <Chip key={kind} icon={sentWords[kind].icon} tone={sentWords[kind].tone}>
                {say.count(sentWords[kind].count, count)}
              </Chip>
            ))}
        </p>
        {reached > 0 && <UndoBar heldUntil={job.heldUntil} busy={undo.isPending} onUndo={() => undo.mutate()} />}
        {undo.error && <Problem problem={undo.error} />}
        <AlwaysHere />
      </div>
      {chunks.data ? <SentList people={people} /> : <Skeleton />}
      <Foot>
        <Button look="primary" className="flex-1" onClick={() => void done()}>
          {say('done')}
        </Button>
        <CopyList people={people} />
      </Foot>
    </>
  )
}
