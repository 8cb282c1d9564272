import { useState } from 'react'
import type { SendJob } from '../../lib/jobs/job.ts'
import { useLive } from '../live.ts'
import { useServices } from '../services.ts'

/**
 * The latest send of this course, or of pasted people: what the Invite tab shows until it is put away. An outcome that was
 * seen on an earlier visit, and can no longer be undone, makes way for the list. `groupId`: only sends into this Group.
 */
export const useJobFor = (courseKey: string | undefined, groupId?: string): SendJob | undefined => {
  const [openedAt] = useState(Date.now)
  const isOver = ({ state, seenAt, heldUntil }: SendJob) =>
    state === 'done' &&
    seenAt !== undefined &&
    Date.parse(seenAt) < openedAt &&
    (heldUntil === undefined || Date.parse(heldUntil) < openedAt)
  return useLive(useServices().jobs)
    .filter(
      (job) =>
        (job.courseKey === undefined || job.courseKey === courseKey) &&
        (groupId === undefined || job.groupId === groupId) &&
        !isOver(job),
    )
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0]
}
