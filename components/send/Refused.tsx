import { useQuery } from '@tanstack/react-query'
import type { SendJob } from '../../lib/jobs/job.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useServices } from '../services.ts'
import { Foot } from '../shell/Foot.tsx'
import { chunksQuery } from './chunksQuery.ts'
import { refuseWords } from './jobWords.ts'
import { SentList } from './SentList.tsx'
import { sentPeople } from './sentPeople.ts'
import { TakeAlong } from './TakeAlong.tsx'

/** The service would not take it: its reason, and the list kept until it is put away. */
export const Refused = ({ job }: { job: SendJob }) => {
  const { jobs, say } = useServices()
  const people = sentPeople(useQuery(chunksQuery(jobs, job)).data ?? [])
  const [what, now] = refuseWords[job.refused ?? 'notUnderstood']
  return (
    <>
      <Notice tone="bad" title={say(what, job.groupName)} className="m-4">
        {say(now, job.groupName)} {job.sent > 0 && say.count('refusedSent', job.sent)}
      </Notice>
      <SentList people={people} />
      <Foot>
        <Button look="primary" className="flex-[99]" onClick={() => void jobs.dismiss(job.id)}>
          {say('backToList')}
        </Button>
        <TakeAlong people={people} name={job.groupName} />
      </Foot>
    </>
  )
}
