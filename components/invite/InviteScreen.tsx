import { useMutation } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react'
import type { Course, LeftOut } from '../../lib/lms/roster.ts'
import type { RosterPerson } from '../../lib/people/person.ts'
import { roleLines } from '../../lib/people/roles.ts'
import { intoGroups } from '../../lib/people/seated.ts'
import { deedFor, ticked, toSend } from '../../lib/people/ticks.ts'
import { sectionsOf } from '../../lib/rosters/sectionGroups.ts'
import { RolePicker } from '../group/RolePicker.tsx'
import type { Chosen } from '../group/useChoice.ts'
import { Button } from '../kit/Button.tsx'
import { useDrawn } from '../kit/useDrawn.ts'
import { useLive } from '../live.ts'
import { Problem } from '../Problem.tsx'
import { useGroups } from '../queries.ts'
import { LinkLine } from '../roster/LinkLine.tsx'
import { courseOnService, lmsOnService, useRosterLinks } from '../roster/useRosterLinks.ts'
import { useSectionGroups } from '../roster/useSectionGroups.ts'
import { startTogether } from '../send/startTogether.ts'
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

// Not part of the first picture: changes to people who are in are never ticked by themselves.
const Changes = lazy(async () => ({ default: (await import('./Changes.tsx')).Changes }))

interface Props {
  readonly people: readonly RosterPerson[]
  readonly origin: 'roster' | 'manual'
  readonly courseKey?: string | undefined
  /** The course they come from: the first send links it with the Group. */
  readonly course?: Course | undefined
  /** These are all of the course, as many as the LMS says where it does. */
  readonly whole?: { readonly total?: number | undefined } | undefined
  /** A name to start a new Group from. */
  readonly courseName?: string | undefined
  readonly chosen: Chosen
  /** People the roster does not list, by kind. */
  readonly leftOut?: LeftOut | undefined
  /** Between the pickers and the list: what is to be known about the roster, or the paste box. */
  readonly above?: ((made: Made, show: (part: string) => void, shown: string) => ReactNode) | undefined
  /** The way to Groups for the sections, given how many have one. */
  readonly sectionsLine?: ((withGroup: number) => ReactNode) | undefined
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
  whole,
  courseName,
  chosen,
  leftOut,
  above,
  sectionsLine,
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
  const roles = useRoles(courseKey, group)
  const lines = useMemo(() => roleLines(people), [people])
  const links = useRosterLinks(course)
  const isLinked = group !== undefined && links?.includes(group.id) === true
  const sectionGroups = useSectionGroups(course, people, group)
  const nested = useMemo(() => sectionGroups && [...sectionGroups.values()], [sectionGroups])
  const made = useForecast(people, { group, role, roles, nested, whole: isLinked && whole !== undefined })
  const [shown, setShown] = useState('')
  const { forecast, gone, addresses, check, problem, retry, ticks, tick, giveRole } = made
  const rows = ticked(forecast.rows, ticks)
  const groups = useGroups().data ?? []
  const into = intoGroups(rows, sectionGroups ?? new Map(), group?.id ?? '')
  const seated = rows.length - (into.get(group?.id ?? '')?.length ?? 0)
  const changeable = useRef(false)
  changeable.current ||= [...forecast.rows, ...gone.rows].some((row) => ['role', 'remove'].includes(deedFor(row) ?? ''))
  const send = useMutation({
    mutationFn: async () => {
      if (!group) return
      await startTogether(
        jobs,
        [...into].map(([groupId, some]) => ({
          groupId,
          groupName: groups.find(({ id }) => id === groupId)?.name ?? group.name,
          origin,
          people: toSend(some),
          ...(courseKey ? { courseKey } : {}),
          ...(course && groupId === group.id
            ? { course: { ...courseOnService(course), ...lmsOnService(course), name: course.name } }
            : {}),
        })),
      )
    },
  })
  const deed = () => {
    if (coming) return coming
    if (people.length === 0) return say('deedNobody')
    if (check === 'noGroup') return say('deedPickGroup')
    if (check === 'refused') return say('deedPickOther')
    if (check === 'checking') return say('deedChecking')
    if (rows.length > 0) return inviteDeed(say, rows, origin)
    return nobodyTicked(say, forecast.rows)
  }
  const notes = [seated > 0 && say.count('seatedNote', seated), leftOutWords(say, forecast.leftOut, leftOut)]
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
      {sectionsLine &&
        group &&
        sectionGroups &&
        sectionsLine(sectionsOf(people).filter((section) => sectionGroups.has(section)).length)}
      {above?.(made, setShown, shown)}
      {check === 'unknown' && !offline && <UnknownNotice problem={problem} onRetry={retry} />}
      {check === 'refused' && <Problem problem={problem} onRetry={retry} className="mx-4 mb-3 flex-none" />}
      {forecast.rows.length + gone.rows.length === 0 ? (
        empty
      ) : !drawn ? (
        <div className="flex-1" />
      ) : (
        <ForecastList
          rows={forecast.rows}
          gone={gone.rows}
          shown={shown}
          onShow={setShown}
          ticks={ticks}
          sayUnchecked={check === 'unknown'}
          onTick={tick}
          onRole={giveRole}
          onCorrect={addresses.correct}
          onShareLink={onShareLink}
        />
      )}
      {send.error && <Problem problem={send.error} className="m-4" />}
      {group && changeable.current && (
        <Suspense fallback={null}>
          <Changes
            key={group.id}
            group={group}
            made={made}
            roster={{ rules: { mapping: roles.mapping, labels: roles.labels, role }, total: whole?.total }}
          />
        </Suspense>
      )}
      <Foot note={notes.filter(Boolean).join(' ')}>
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
