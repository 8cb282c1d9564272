import { RotateCw, Users } from 'lucide-react'
import { useEffect } from 'react'
import { courseKey } from '../../lib/lms/roster.ts'
import type { Chosen } from '../group/useChoice.ts'
import { InviteScreen } from '../invite/InviteScreen.tsx'
import { Blank } from '../kit/Blank.tsx'
import { Button } from '../kit/Button.tsx'
import { Skeleton } from '../kit/Skeleton.tsx'
import { useLive } from '../live.ts'
import { type RosterService, useServices } from '../services.ts'
import { Reading } from './Reading.tsx'
import { ReadProblemScreen } from './ReadProblemScreen.tsx'
import { RosterNotices } from './RosterNotices.tsx'

interface Props {
  readonly roster: RosterService
  readonly chosen: Chosen
  readonly onPaste: () => void
  readonly onShareLink: () => void
}

/** The roster of this tab, from not read yet to ready to be sent. */
export const RosterInvite = ({ roster, chosen, onPaste, onShareLink }: Props) => {
  const { say } = useServices()
  const state = useLive(roster)
  const unread = state.kind === 'course'
  useEffect(() => {
    if (unread) roster.read()
  }, [unread, roster])

  if (state.kind === 'none' || state.kind === 'course') return <Skeleton />
  if (state.kind === 'reading') return <Reading read={state.read} total={state.total} lms={state.course.lmsLabel} />
  if (state.kind === 'problem')
    return (
      <ReadProblemScreen
        course={state.course}
        problem={state.problem}
        onReadAgain={() => roster.read()}
        onPaste={onPaste}
      />
    )
  const { people, course } = state.roster
  return (
    <InviteScreen
      people={people}
      origin="roster"
      courseKey={courseKey(course)}
      courseName={course.code ?? course.name}
      chosen={chosen}
      above={<RosterNotices roster={state.roster} onShareLink={onShareLink} />}
      empty={
        <Blank
          icon={Users}
          title={say('courseEmpty')}
          actions={<Button onClick={onPaste}>{say('pasteInstead')}</Button>}
        >
          {say('courseEmptyNow', course.lmsLabel)}
        </Blank>
      }
      beside={
        <Button
          aria-label={say('readAgain')}
          title={say('readAgain')}
          icon={<RotateCw aria-hidden className="size-4" />}
          onClick={() => roster.read()}
        />
      }
    />
  )
}
