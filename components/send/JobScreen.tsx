import { groupsWords } from '../../lib/jobs/groupsWords.ts'
import type { SendJob } from '../../lib/jobs/job.ts'
import { sendsOf, wholeOf } from '../../lib/jobs/whole.ts'
import { useLive } from '../live.ts'
import { useServices } from '../services.ts'
import { Outcome } from './Outcome.tsx'
import { Refused } from './Refused.tsx'
import { Sending } from './Sending.tsx'
import { TakenBack } from './TakenBack.tsx'

/** A send from the moment it is stored until it is put away; those that one press made into several Groups are one. */
export const JobScreen = ({ job }: { job: SendJob }) => {
  const { jobs, say } = useServices()
  const sends = sendsOf(job, useLive(jobs))
  const taken = sends.filter(({ state }) => state !== 'refused')
  const whole = wholeOf(sends, groupsWords(say, taken.length > 0 ? taken : sends))
  switch (whole.state) {
    case 'running':
    case 'waiting':
      return <Sending whole={whole} sends={sends} />
    case 'refused':
      return <Refused whole={whole} sends={sends} />
    case 'done':
      return <Outcome whole={whole} sends={sends} />
    case 'undone':
      return <TakenBack whole={whole} sends={sends} />
  }
}
