import type { SendJob } from '../../lib/jobs/job.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useServices } from '../services.ts'
import { Foot } from '../shell/Foot.tsx'
import { refuseWords } from './jobWords.ts'
import { SentList } from './SentList.tsx'
import { TakeAlong } from './TakeAlong.tsx'
import { usePutAway } from './usePutAway.ts'
import { useSentPeople } from './useSentPeople.ts'

/** The service would not take it: its reason, and the list kept until it is put away. */
export const Refused = ({ whole, sends }: { whole: SendJob; sends: readonly SendJob[] }) => {
  const { say } = useServices()
  const putAway = usePutAway(sends)
  const people = useSentPeople(sends) ?? []
  const [what, now] = refuseWords[whole.refused ?? 'notUnderstood']
  return (
    <>
      <Notice tone="bad" title={say(what, whole.groupName)} className="m-4">
        {say(now, whole.groupName)} {whole.sent > 0 && say.count('refusedSent', whole.sent)}
      </Notice>
      <SentList people={people} />
      <Foot>
        <Button
          look="primary"
          className="flex-[99] whitespace-nowrap"
          busy={putAway.isPending}
          onClick={() => putAway.mutate()}
        >
          {say('backToList')}
        </Button>
        <TakeAlong people={people} name={whole.groupName} />
      </Foot>
    </>
  )
}
