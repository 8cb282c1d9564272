import { useState } from 'react'
import { useLocation } from 'wouter'
import { PasteInvite } from '../../../components/paste/PasteInvite.tsx'
import { JobScreen } from '../../../components/send/JobScreen.tsx'
import { useJobFor } from '../../../components/shell/useJobFor.ts'
import type { Group, GroupRole } from '../../../lib/contract/schemas.ts'

/** The same paste box, forecast, progress and Undo as in the extension, for the Group of this page. */
export const GroupInvite = ({ group }: { group: Group }) => {
  const [, go] = useLocation()
  const [role, setRole] = useState<GroupRole>('member')
  const job = useJobFor(undefined, group.id)
  if (job) return <JobScreen key={job.id} job={job} />
  return <PasteInvite chosen={{ group, role, setRole, setGroup: ({ id }) => go(`/groups/${id}/invite`) }} />
}
