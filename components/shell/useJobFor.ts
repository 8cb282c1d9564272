import type { SendJob } from '../../lib/jobs/job.ts'
import { useLive } from '../live.ts'
import { useServices } from '../services.ts'

/** The latest send of this course, or of pasted people: what the Invite tab shows until it is put away. */
export const useJobFor = (courseKey: string | undefined): SendJob | undefined =>
  useLive(useServices().jobs)
    .filter((job) => job.courseKey === undefined || job.courseKey === courseKey)
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0]
