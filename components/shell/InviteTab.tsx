import { lazy, Suspense } from 'react'
import { courseKey } from '../../lib/lms/roster.ts'
import type { Chosen } from '../group/useChoice.ts'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLive, useLiveMaybe } from '../live.ts'
import { ProblemScreen } from '../ProblemScreen.tsx'
import { PasteInvite } from '../paste/PasteInvite.tsx'
import { useGroups } from '../queries.ts'
import { RosterInvite } from '../roster/RosterInvite.tsx'
import { courseOf } from '../roster/rosterWords.ts'
import { JobScreen } from '../send/JobScreen.tsx'
import { useServices } from '../services.ts'
import { NoGroup } from './NoGroup.tsx'
import { useJobFor } from './useJobFor.ts'

// Few take a permission back.
const WithdrawnNotice = lazy(async () => ({ default: (await import('../roster/WithdrawnNotice.tsx')).WithdrawnNotice }))

interface Props {
  readonly chosen: Chosen
  readonly pasting: boolean
  readonly onPasting: (pasting: boolean) => void
  readonly onShareLink: () => void
}

/** A send under way or just done; else the roster of this tab; else the paste box. */
export const InviteTab = ({ chosen, pasting, onPasting, onShareLink }: Props) => {
  const { roster, site: live } = useServices()
  const site = useLive(live)
  const state = useLiveMaybe(roster)
  const course = state && courseOf(state)
  const job = useJobFor(course && courseKey(course))
  const groups = useGroups()
  if (job) return <JobScreen key={job.id} job={job} />
  if (groups.error && !groups.data)
    return <ProblemScreen problem={groups.error} onRetry={() => void groups.refetch()} />
  if (!groups.data) return <Skeleton />
  if (!groups.data.some(({ role }) => role === 'owner'))
    return <NoGroup groups={groups.data} onCreated={chosen.setGroup} name={course?.code ?? course?.name} />
  if (!roster || !course || pasting)
    return <PasteInvite chosen={chosen} onBack={course ? () => onPasting(false) : undefined} />
  return (
    <>
      {site?.withdrawn && (
        <Suspense fallback={null}>
          <WithdrawnNotice site={site} />
        </Suspense>
      )}
      <RosterInvite roster={roster} chosen={chosen} onPaste={() => onPasting(true)} onShareLink={onShareLink} />
    </>
  )
}
