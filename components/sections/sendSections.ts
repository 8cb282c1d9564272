import type { CallService } from '../../lib/contract/calls.ts'
import type { Group } from '../../lib/contract/schemas.ts'
import { type Course, courseKey } from '../../lib/lms/roster.ts'
import type { ForecastRow } from '../../lib/people/forecast.ts'
import type { Move, SectionPlan } from '../../lib/people/sectionPlan.ts'
import { toSend } from '../../lib/people/ticks.ts'
import { sectionOnService } from '../../lib/rosters/sectionGroups.ts'
import { courseOnService } from '../roster/useRosterLinks.ts'
import { startTogether } from '../send/startTogether.ts'
import type { JobService } from '../services.ts'
import type { SectionChoice } from './useSections.ts'

interface Sending {
  readonly call: CallService
  readonly jobs: JobService
  readonly course: Course
  readonly group: Group
  readonly choices: readonly SectionChoice[]
  readonly plan: SectionPlan
  readonly moves: readonly Move[]
}

/**
 * Makes the Groups that are missing, invites everybody into theirs, and takes those who changed section out of the one before.
 * Whatever stops it half-way, doing it again does the rest: what was made is found, and whoever was invited is known.
 */
export const sendSections = async ({ call, jobs, course, group, choices, plan, moves }: Sending): Promise<void> => {
  const key = courseKey(course)
  const tied = { ...courseOnService(course), name: course.name }
  if ((await call('rosters.find', courseOnService(course))).links.length === 0)
    await call('rosters.link', { groupId: group.id, ...tied })
  const groupOf = new Map<string, { id: string; name: string }>()
  for (const { section, on, groupId, name, linked } of choices) {
    if (!on) continue
    const made =
      groupId === undefined
        ? await call('groups.create', {
            workspaceId: group.workspaceId,
            name: name.trim() || section,
            parentId: group.id,
          })
        : { id: groupId, name }
    groupOf.set(section, made)
    if (!linked) await call('rosters.link', { groupId: made.id, ...sectionOnService(course, section), name: section })
  }
  // Two sections may share a Group.
  const into = new Map<string, { name: string; rows: ForecastRow[] }>()
  for (const [section, rows] of [...plan.into, [undefined, plan.rest] as const]) {
    const to = section === undefined ? group : groupOf.get(section)
    if (to) into.set(to.id, { name: to.name, rows: [...(into.get(to.id)?.rows ?? []), ...rows] })
  }
  await startTogether(
    jobs,
    [...into].flatMap(([groupId, { name, rows }]) =>
      rows.length > 0 ? { groupId, groupName: name, origin: 'roster', courseKey: key, people: toSend(rows) } : [],
    ),
  )
  for (const [section, some] of Map.groupBy(moves, ({ from }) => from)) {
    const groupId = groupOf.get(section)?.id
    if (groupId === undefined) continue
    const idsOf = (state: Move['state']) => some.flatMap((move) => (move.state === state ? [move.id] : []))
    const [members, invitations] = [idsOf('member'), idsOf('pending')]
    if (members.length > 0) await call('members.remove', { groupId, ids: members })
    if (invitations.length > 0) await call('invitations.revoke', { groupId, ids: invitations })
  }
}
