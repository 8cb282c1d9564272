import { sql } from 'kysely'
import { SECTION_MARK } from '../../lib/people/sectionMark.ts'
import type { Database } from './open.ts'

/**
 * The Groups of the course that a Group is linked with: its own, and those in it that are linked with the course's sections.
 * Of a section's Group, the same ones. A Group that is linked with nothing is alone.
 */
export const courseGroups = async (db: Database, groupId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with this as (
      select g.id, g.parent_id, l.site, l.course from groups g left join roster_links l on l.group_id = g.id
       where g.id = ${groupId}
    ),
    course as (
      select coalesce(p.group_id, t.id) as id, coalesce(p.site, t.site) as site, coalesce(p.course, t.course) as course
        from this t left join roster_links p
          on p.group_id = t.parent_id and p.site = t.site and starts_with(t.course, p.course || ${SECTION_MARK}::text)
    )
    select id from course
    union
    select g.id from course c join groups g on g.parent_id = c.id and g.deleted_at is null and g.archived_at is null
      join roster_links l on l.group_id = g.id and l.site = c.site
       and starts_with(l.course, c.course || ${SECTION_MARK}::text)`.execute(db)
  return rows.map(({ id }) => id)
}
