import { useMutation } from '@tanstack/react-query'
import type { SendJob } from '../../lib/jobs/job.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Progress } from '../kit/Progress.tsx'
import { useServices } from '../services.ts'
import { useSecondsLeft } from '../useSecondsLeft.ts'
import { waitWords } from './jobWords.ts'

/** How far a send is; what it waits for, and what can be done about that. */
export const Sending = ({ job }: { job: SendJob }) => {
  const { say } = useServices()
  const title = say.count('sendingTitle', job.total, job.groupName)
  const waiting = job.state === 'waiting'
  return (
    <div className="m-auto flex w-full flex-col gap-4 overflow-y-auto p-8">
      <h2 className="text-16 font-semibold text-balance">{title}</h2>
      <div className="flex flex-col gap-2">
        <Progress label={title} value={job.sent} max={job.total} waiting={waiting} />
        <p role="status" className="text-13 text-quiet">
          {say('progressOf', job.sent, job.total)}
        </p>
      </div>
      {waiting && <Waiting job={job} />}
      <p className="text-quiet">{say('sendingClose')}</p>
    </div>
  )
}

const Waiting = ({ job }: { job: SendJob }) => {
  const { account, jobs, say } = useServices()
  const seconds = useSecondsLeft(job.nextTryAt)
  const reason = job.waitingFor ?? 'busy'
  const [what, now] = waitWords[reason]
  const act = useMutation({
    mutationFn: async () => {
      if (reason === 'signedOut') await account.signIn()
      await jobs.retry(job.id)
    },
  })
  return (
    <Notice
      tone="attention"
      title={say(what)}
      actions={
        <Button
          small
          look={reason === 'signedOut' ? 'primary' : 'quiet'}
          busy={act.isPending}
          onClick={() => act.mutate()}
        >
          {say(reason === 'signedOut' ? 'signInAgain' : 'tryNow')}
        </Button>
      }
    >
      {say(now)}
      {seconds > 0 && ` ${say.count('nextTry', seconds)}`}
    </Notice>
  )
}
