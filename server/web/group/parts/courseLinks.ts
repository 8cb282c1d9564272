import { useQuery } from '@tanstack/react-query'
import { useServices } from '../../../../components/services.ts'
import type { CallOutput } from '../../../../lib/contract/calls.ts'
import type { Group } from '../../../../lib/contract/schemas.ts'
import { sectionIn } from '../../../../lib/rosters/sectionGroups.ts'

type CourseLink = NonNullable<CallOutput<'rosters.get'>['link']>

/** The course that a Group is linked with. */
export const useCourseLink = (groupId: string) => {
  const { call } = useServices()
  return useQuery({
    queryKey: ['courseLink', groupId],
    queryFn: async () => (await call('rosters.get', { groupId })).link,
  })
}

export interface SeatedSection {
  readonly section: string
  readonly group: Group
  readonly link: CourseLink
}

/** Sections of a course that have a Group among these. */
export const useSeatedSections = (course: CourseLink | null | undefined, nested: readonly Group[]) => {
  const { call } = useServices()
  return useQuery({
    queryKey: ['courseLink', 'sections', course?.course, nested.map(({ id }) => id)],
    enabled: course !== undefined,
    queryFn: async (): Promise<readonly SeatedSection[]> => {
      if (!course) return []
      const links = await Promise.all(
        nested.map(async (group) => ({ group, link: (await call('rosters.get', { groupId: group.id })).link })),
      )
      return links
        .flatMap(({ group, link }) => {
          const section = link ? sectionIn(course, link) : undefined
          return link && section !== undefined ? [{ section, group, link }] : []
        })
        .sort((a, b) => a.section.localeCompare(b.section, undefined, { numeric: true }))
    },
  })
}
