import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { MAX_GROUP_NAME } from '../../lib/contract/limits.ts'
import type { Group, GroupRole, KnownAddress } from '../../lib/contract/schemas.ts'
import type { Roster } from '../../lib/lms/roster.ts'
import { doubtfulDomains } from '../../lib/people/domains.ts'
import { type Move, type SectionPlan, sectionPlan } from '../../lib/people/sectionPlan.ts'
import { knownIn } from '../../lib/rosters/knownIn.ts'
import { nestedIn, sectionsOf } from '../../lib/rosters/sectionGroups.ts'
import type { Roles } from '../invite/useRoles.ts'
import { useGroups, useMe } from '../queries.ts'
import { useSectionGroups } from '../roster/useSectionGroups.ts'
import { useServices } from '../services.ts'

/** What was decided about one section, where it is not as proposed. */
interface Change {
  readonly on?: boolean
  /** null: a new Group. */
  readonly groupId?: string | null
  readonly name?: string
}

/** One section on its way into a Group of its own. */
export interface SectionChoice {
  readonly section: string
  readonly people: number
  readonly on: boolean
  /** Absent: a new one is made. */
  readonly groupId: string | undefined
  /** The Group's, as it is or will be. */
  readonly name: string
  /** The Group is known as this section's already. */
  readonly linked: boolean
}

const nobody: ReadonlyMap<string, KnownAddress> = new Map()

/** The sections of a roster against the Groups inside one: what is proposed, what was changed of that, and what comes of it. */
export const useSections = (roster: Roster, group: Group, rules: { role: GroupRole; roles: Roles; whole: boolean }) => {
  const { call } = useServices()
  const me = useMe()
  const { people, course } = roster
  const groups = useGroups().data ?? []
  const nested = nestedIn(groups, group.id)
  const seated = useSectionGroups(course, people, group)
  const [changes, setChanges] = useState<ReadonlyMap<string, Change>>(new Map())
  const [unmoved, setUnmoved] = useState<ReadonlySet<string>>(new Set())
  const change = (section: string, next: Change) =>
    setChanges((before) => new Map(before).set(section, { ...before.get(section), ...next }))

  const choices = sectionsOf(people).map((section): SectionChoice => {
    const { on = true, groupId, name = section.slice(0, MAX_GROUP_NAME) } = changes.get(section) ?? {}
    const proposed =
      seated?.get(section) ?? nested.find((one) => one.name.toLowerCase() === section.trim().toLowerCase())?.id
    const target = groupId === null ? undefined : (groupId ?? proposed)
    return {
      section,
      people: people.filter(({ sections }) => sections.includes(section)).length,
      on,
      groupId: target,
      name: nested.find(({ id }) => id === target)?.name ?? name,
      linked: target !== undefined && seated?.get(section) === target,
    }
  })
  const ids = [...new Set(choices.flatMap(({ on, groupId }) => (on && groupId !== undefined ? [groupId] : [])))]
  const known = useQuery({
    queryKey: ['addresses', 'sections', group.id, ids],
    enabled: seated !== undefined,
    queryFn: async () => {
      const found = new Map<string, ReadonlyMap<string, KnownAddress>>()
      for (const id of [group.id, ...ids]) found.set(id, await knownIn(call, id))
      return found
    },
    placeholderData: (before) => before,
    structuralSharing: false,
  })
  const { mapping, labels } = rules.roles
  const allowed = me?.workspaces.find(({ id }) => id === group.workspaceId)?.emailDomains
  const domains = useMemo(() => doubtfulDomains(people, allowed), [people, allowed])
  const plan: SectionPlan | undefined =
    known.data &&
    sectionPlan({
      people,
      seats: choices
        .filter(({ on }) => on)
        .map(({ section, groupId }) => ({
          section,
          groupId,
          known: (groupId !== undefined && known.data.get(groupId)) || nobody,
        })),
      known: known.data.get(group.id) ?? nobody,
      domains,
      me: me?.email.toLowerCase(),
      mapping,
      labels,
      role: rules.role,
    })
  const moves: readonly Move[] = rules.whole ? (plan?.moves ?? []) : []
  return {
    choices,
    nested,
    change,
    plan,
    problem: known.error,
    retry: () => void known.refetch(),
    moves,
    isMoved: ({ key }: Move) => !unmoved.has(key),
    move: ({ key }: Move, on: boolean) =>
      setUnmoved((before) => {
        const after = new Set(before)
        if (on) after.delete(key)
        else after.add(key)
        return after
      }),
  }
}

export type SectionsMade = ReturnType<typeof useSections>
