import type { CallService } from '../contract/calls.ts'
import type { Group } from '../contract/schemas.ts'
import type { Course } from '../lms/roster.ts'
import type { RosterPerson } from '../people/person.ts'
import { SECTION_MARK } from '../people/sectionMark.ts'

/** As long as the service takes. */
const LONGEST = 200

/** What the service calls a section of a course: a Group in the course's Group is linked with it. */
export const sectionOnService = ({ site, courseId }: Course, section: string) => ({
  site: site.toLowerCase(),
  course: `${courseId}${SECTION_MARK}${section}`.slice(0, LONGEST),
})

interface Called {
  readonly site: string
  readonly course: string
}

/** The section that a Group inside one is linked with, where that one is linked with its course; none where it is another's. */
export const sectionIn = (course: Called, link: Called): string | undefined => {
  const before = `${course.course}${SECTION_MARK}`
  return link.site === course.site && link.course.startsWith(before) ? link.course.slice(before.length) : undefined
}

/** The sections of a course, by name; none where everybody is in the same one. */
export const sectionsOf = (people: readonly RosterPerson[]): readonly string[] => {
  const names = new Set(people.flatMap(({ sections }) => sections))
  return names.size < 2 ? [] : [...names].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))
}

/** Groups that are nested in one, open, and this person's to invite into. */
export const nestedIn = (groups: readonly Group[], groupId: string): readonly Group[] =>
  groups.filter(({ parentId, role, archivedAt }) => parentId === groupId && role === 'owner' && !archivedAt)

/** The nested Group of each section that has one, also of a section that nobody is in any more. */
export const findSectionGroups = async (
  call: CallService,
  course: Course,
  sections: readonly string[],
  nested: readonly Group[],
): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  for (const { id } of nested) {
    const { link } = await call('rosters.get', { groupId: id })
    if (!link) continue
    const section =
      sections.find((one) => isSame(sectionOnService(course, one), link)) ??
      sectionIn({ site: course.site.toLowerCase(), course: course.courseId }, link)
    if (section !== undefined) found.set(section, id)
  }
  return found
}

const isSame = (one: Called, other: Called) => one.site === other.site && one.course === other.course
