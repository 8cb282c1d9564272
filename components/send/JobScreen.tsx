import type { SendJob } from '../../lib/jobs/job.ts'
import { Outcome } from './Outcome.tsx'
import { Refused } from './Refused.tsx'
import { Sending } from './Sending.tsx'
import { TakenBack } from './TakenBack.tsx'

/** A send from the moment it is stored until it is put away. */
export const JobScreen = ({ job }: { job: SendJob }) => {
  switch (job.state) {
    case 'running':
    case 'waiting':
      return <Sending job={job} />
    case 'refused':
      return <Refused job={job} />
    case 'done':
      return <Outcome job={job} />
    case 'undone':
      return <TakenBack job={job} />
  }
}
