import { useQuery } from '@tanstack/react-query'
import type { SendJob } from '../../lib/jobs/job.ts'
import { useServices } from '../services.ts'
import { type SentPerson, sentPeople } from './sentPeople.ts'

/** Everybody of some sends and what became of them, read again as chunks are acknowledged; undefined until it is read. */
export const useSentPeople = (sends: readonly SendJob[]): readonly SentPerson[] | undefined => {
  const { jobs } = useServices()
  return useQuery({
    queryKey: ['chunks', ...sends.flatMap(({ id, acknowledged }) => [id, acknowledged])],
    queryFn: async () => {
      const read = async ({ id, groupName }: SendJob) => {
        const people = sentPeople(await jobs.chunks(id))
        return sends.length > 1 ? people.map((one) => ({ ...one, group: groupName })) : people
      }
      return (await Promise.all(sends.map(read))).flat()
    },
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}
