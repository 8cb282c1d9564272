import { useMutation } from '@tanstack/react-query'
import type { SendJob } from '../../lib/jobs/job.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Progress } from '../kit/Progress.tsx'
import { useServices } from '../services.ts'
import { useSecondsLeft } from '../useSecondsLeft.ts'
import { waitWords } from './jobWords.ts'
import { TellMe } from './TellMe.tsx'

interface Props {
  readonly whole: SendJob
  readonly sends: readonly SendJob[]
}

/** How far a send is; what it waits for, and what can be done about that. */
export const Sending = ({ whole, sends }: Props) => {
  const { say } = useServices()
  const title = say.count('sendingTitle', whole.total, whole.groupName)
  const waiting = whole.state === 'waiting'
  return (
    <div className="m-auto flex w-full flex-col gap-4 overflow-y-auto p-8">
      <h2 className="text-16 font-semibold text-balance">{title}</h2>
      <div className="flex flex-col gap-2">
        <Progress label={title} value={whole.sent} max={whole.total} waiting={waiting} />
        <p role="status" className="text-13 text-quiet">
          {say('progressOf', whole.sent, whole.total)}
        </p>
      </div>
      {waiting && <Waiting whole={whole} sends={sends} />}
      <p className="text-quiet">{say('sendingClose')}</p>
      <TellMe />
    </div>
  )
}

const Waiting = ({ whole, sends }: Props) => {
  const { account, jobs, say } = useServices()
  const seconds = useSecondsLeft(whole.nextTryAt)
  const reason = whole.waitingFor ?? 'busy'
  const [what, now] = waitWords[reason]
  const act = useMutation({
    mutationFn: async () => {
      if (reason === 'signedOut') await account.signIn()
      for (const { id, state } of sends) if (state === 'waiting') await jobs.retry(id)
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
