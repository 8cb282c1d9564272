import { RotateCw, Users } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { courseKey, type Roster, type RosterState } from '../../lib/lms/roster.ts'
import { sectionsOf } from '../../lib/rosters/sectionGroups.ts'
import type { Chosen } from '../group/useChoice.ts'
import { GONE } from '../invite/FilterSelect.tsx'
import { InviteScreen } from '../invite/InviteScreen.tsx'
import { Blank } from '../kit/Blank.tsx'
import { Button } from '../kit/Button.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLive } from '../live.ts'
import { type RosterService, useServices } from '../services.ts'
import { addressCounts, areMany } from './addressCounts.ts'
import { Reading } from './Reading.tsx'
import { ReadProblemScreen } from './ReadProblemScreen.tsx'
import { RosterNotices } from './RosterNotices.tsx'
import { courseOf } from './rosterWords.ts'
import { SectionsLine } from './SectionsLine.tsx'

// Few courses have sections, and fewer a Group for each.
const Sections = lazy(async () => ({ default: (await import('../sections/Sections.tsx')).Sections }))

interface Props {
  readonly roster: RosterService
  readonly chosen: Chosen
  readonly onPaste: () => void
  readonly onShareLink: () => void
}

/** The roster of this tab: read when it is not yet, and ready to be sent. Group and role can be chosen meanwhile. */
export const RosterInvite = ({ roster, chosen, onPaste, onShareLink }: Props) => {
  const { say } = useServices()
  const state = useLive(roster)
  const [bySection, setBySection] = useState(false)
  const unread = state.kind === 'course'
  useEffect(() => {
    if (unread) roster.read()
  }, [unread, roster])
  const readAgain = () => roster.read()

  const course = courseOf(state)
  if (!course) return <Skeleton />
  if (state.kind === 'problem')
    return <ReadProblemScreen course={course} problem={state.problem} onReadAgain={readAgain} onPaste={onPaste} />
  const ready = state.kind === 'ready' ? state.roster : undefined
  const counts = ready && addressCounts(ready.people)
  const group = chosen.group?.role === 'owner' ? chosen.group : undefined
  const sections = ready ? sectionsOf(ready.people).length : 0
  if (ready && group && sections > 0 && bySection)
    return (
      <Suspense fallback={<Skeleton />}>
        <Sections
          key={group.id}
          roster={ready}
          group={group}
          role={chosen.role}
          whole={isWhole(ready)}
          onBack={() => setBySection(false)}
        />
      </Suspense>
    )
  return (
    <InviteScreen
      people={ready?.people ?? nobody}
      origin="roster"
      courseKey={courseKey(course)}
      course={course}
      whole={ready && isWhole(ready) ? { total: ready.total } : undefined}
      courseName={course.code ?? course.name}
      chosen={chosen}
      coming={ready ? undefined : say('headReading')}
      leftOut={ready?.leftOut}
      above={
        ready &&
        ((made, show, shown) => (
          <RosterNotices
            roster={ready}
            made={made}
            growth={state.kind === 'ready' ? state.growth : undefined}
            onGrow={(act) => roster.grow(act)}
            onShareLink={onShareLink}
            onGone={shown === GONE ? undefined : () => show(GONE)}
          />
        ))
      }
      sectionsLine={
        sections > 0
          ? (withGroup) => <SectionsLine sections={sections} withGroup={withGroup} onOpen={() => setBySection(true)} />
          : undefined
      }
      onShareLink={counts && !areMany(counts.without, counts) ? onShareLink : undefined}
      empty={ready ? <EmptyCourse lms={course.lmsLabel} onPaste={onPaste} /> : <Coming state={state} />}
      beside={
        ready && (
          <Button
            aria-label={say('readAgain')}
            title={say('readAgain')}
            icon={<RotateCw aria-hidden className="size-4" />}
            onClick={readAgain}
          />
        )
      }
    />
  )
}

const nobody: [] = []

/** Whether who is not on this roster is not in the course: read to its end, in the reader's own name, from the real site. */
const isWhole = ({ complete, total, people, asSomebodyElse, testSite }: Roster): boolean =>
  complete && !asSomebodyElse && !testSite && (total === undefined || total === people.length)

const Coming = ({ state }: { state: RosterState }) =>
  state.kind === 'reading' ? (
    <Reading read={state.read} total={state.total} lms={state.course.lmsLabel} />
  ) : (
    <Skeleton rows={5} />
  )

const EmptyCourse = ({ lms, onPaste }: { lms: string; onPaste: () => void }) => {
  const { say } = useServices()
  return (
    <Blank icon={Users} title={say('courseEmpty')} actions={<Button onClick={onPaste}>{say('pasteInstead')}</Button>}>
      {say('courseEmptyNow', lms)}
    </Blank>
  )
}
