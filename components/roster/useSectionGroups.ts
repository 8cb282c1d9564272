import { useQuery } from '@tanstack/react-query'
import type { Group } from '../../lib/contract/schemas.ts'
import { type Course, courseKey } from '../../lib/lms/roster.ts'
import type { RosterPerson } from '../../lib/people/person.ts'
import { findSectionGroups, nestedIn, sectionsOf } from '../../lib/rosters/sectionGroups.ts'
import { useGroups } from '../queries.ts'
import { useServices } from '../services.ts'

const none: ReadonlyMap<string, string> = new Map()

/** The Groups that this course's sections have in a Group, by section; undefined while that is asked. */
export const useSectionGroups = (
  course: Course | undefined,
  people: readonly RosterPerson[],
  group: Group | undefined,
): ReadonlyMap<string, string> | undefined => {
  const { call } = useServices()
  const sections = sectionsOf(people)
  const groups = useGroups().data ?? []
  const nested = group ? nestedIn(groups, group.id) : []
  const enabled = course !== undefined && people.some(({ sections }) => sections.length > 0) && nested.length > 0
  const query = useQuery({
    queryKey: ['sectionGroups', course && courseKey(course), group?.id, sections, nested.map(({ id }) => id)],
    enabled,
    queryFn: async () => (course ? findSectionGroups(call, course, sections, nested) : none),
    structuralSharing: false,
  })
  // Where it cannot be asked, the Group is taken for itself.
  return enabled && !query.isError ? query.data : none
}
