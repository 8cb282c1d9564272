import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import type { Course, LeftOut } from '../../lib/lms/roster.ts'
import type { RosterPerson } from '../../lib/people/person.ts'
import { roleLines } from '../../lib/people/roles.ts'
import { ticked, toSend } from '../../lib/people/ticks.ts'
import { RolePicker } from '../group/RolePicker.tsx'
import type { Chosen } from '../group/useChoice.ts'
import { Button } from '../kit/Button.tsx'
import { useDrawn } from '../kit/useDrawn.ts'
import { useLive } from '../live.ts'
import { Problem } from '../Problem.tsx'
import { LinkLine } from '../roster/LinkLine.tsx'
import { courseOnService } from '../roster/useRosterLinks.ts'
import { useServices } from '../services.ts'
import { Foot } from '../shell/Foot.tsx'
import { inviteDeed, nobodyTicked } from './deed.ts'
import { ForecastList } from './ForecastList.tsx'
import { GroupAndRole } from './GroupAndRole.tsx'
import { leftOutWords } from './leftOutWords.ts'
import { RolesMenu } from './RolesMenu.tsx'
import { UnknownNotice } from './UnknownNotice.tsx'
import { type Made, useForecast } from './useForecast.ts'
import { useRoles } from './useRoles.ts'

interface Props {
  readonly people: readonly RosterPerson[]
  readonly origin: 'roster' | 'manual'
  readonly courseKey?: string | undefined
  /** The course they come from: the first send links it with the Group. */
  readonly course?: Course | undefined
  /** A name to start a new Group from. */
  readonly courseName?: string | undefined
  readonly chosen: Chosen
  /** People the roster does not list, by kind. */
  readonly leftOut?: LeftOut | undefined
  /** Between the pickers and the list: what is to be known about the roster, or the paste box. */
  readonly above?: ((made: Made) => ReactNode) | undefined
  /** Beside the people without an address, where nothing above the list speaks of them. */
  readonly onShareLink?: (() => void) | undefined
  /** Instead of the list while there is nobody on it. */
  readonly empty: ReactNode
  /** The people are still on their way; what the button says meanwhile. */
  readonly coming?: string | undefined
  /** Beside the main button. */
  readonly beside?: ReactNode
}

/** Who, into which Group, as what, and what will come of it. Nothing leaves before the button is pressed. */
export const InviteScreen = ({
  people,
  origin,
  courseKey,
  course,
  courseName,
  chosen,
  leftOut,
  above,
  onShareLink,
  empty,
  coming,
  beside,
}: Props) => {
  const { account, jobs, say } = useServices()
  const offline = useLive(account).state === 'offline'
  const drawn = useDrawn()
  const { role } = chosen
  const group = chosen.group?.role === 'owner' ? chosen.group : undefined
  const roles = useRoles(courseKey)
  const lines = useMemo(() => roleLines(people), [people])
  const made = useForecast(people, { groupId: group?.id, role, roles })
  const { forecast, addresses, check, problem, retry, ticks, tick, giveRole } = made
  const rows = ticked(forecast.rows, ticks)
  const send = useMutation({
    mutationFn: async () => {
      if (!group) return
      await jobs.start({
        groupId: group.id,
        groupName: group.name,
        origin,
        people: toSend(rows),
        ...(courseKey ? { courseKey } : {}),
        ...(course ? { course: { ...courseOnService(course), name: course.name } } : {}),
      })
    },
  })
  const deed = () => {
    if (coming) return coming
    if (people.length === 0) return say('deedNobody')
    if (check === 'noGroup' || check === 'refused') return say('deedPickGroup')
    if (check === 'checking') return say('deedChecking')
    if (rows.length > 0) return inviteDeed(say, rows, origin)
    return nobodyTicked(say, forecast.rows)
  }
  return (
    <>
      <GroupAndRole
        chosen={chosen}
        role={
          origin === 'roster' ? (
            <RolesMenu lines={lines} roles={roles} role={role} onRole={chosen.setRole} />
          ) : (
            <RolePicker label={say('roleForPeople')} value={role} onChange={chosen.setRole} />
          )
        }
        courseName={courseName}
      />
      {course && group && <LinkLine course={course} group={group} />}
      {above?.(made)}
      {check === 'unknown' && !offline && <UnknownNotice problem={problem} onRetry={retry} />}
      {check === 'refused' && <Problem problem={problem} onRetry={retry} className="mx-4 mb-3 flex-none" />}
      {forecast.rows.length === 0 ? (
        empty
      ) : !drawn ? (
        <div className="flex-1" />
      ) : (
        <ForecastList
          rows={forecast.rows}
          ticks={ticks}
          sayUnchecked={check === 'unknown'}
          onTick={tick}
          onRole={giveRole}
          onCorrect={addresses.correct}
          onShareLink={onShareLink}
        />
      )}
      {send.error && <Problem problem={send.error} className="m-4" />}
      <Foot note={leftOutWords(say, forecast.leftOut, leftOut)}>
        <Button
          look="primary"
          className="flex-1"
          off={rows.length === 0 || check === 'noGroup' || check === 'refused'}
          busy={coming !== undefined || (check === 'checking' && people.length > 0) || send.isPending}
          onClick={() => send.mutate()}
        >
          {deed()}
        </Button>
        {beside}
      </Foot>
    </>
  )
}
