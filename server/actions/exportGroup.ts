import { writeCsv } from '../../lib/people/csv.ts'
import { fileNameOf } from '../../lib/people/fileName.ts'
import type { Actor, AuthorisedGroup } from '../policy.ts'
import { deliveryOf, problemOf } from '../store/delivery.ts'
import { type RecordRow, recordOf } from '../store/groupRecord.ts'
import type { Database } from '../store/open.ts'
import { ownedInside } from './ownedInside.ts'

/**
 * The Group's record as a file; with those of the Groups `inside` it, where that is asked for, each line under its Group.
 * `leaves`: a mail server is set up.
 */
export const exportGroup = async (
  db: Database,
  actor: Actor,
  group: AuthorisedGroup<'group.export'>,
  { format, inside, leaves }: { readonly format: 'csv' | 'json'; readonly inside: boolean; readonly leaves: boolean },
): Promise<{ fileName: string; text: string }> => {
  const all = [group, ...(inside ? await ownedInside(db, actor, group, 'group.export') : [])]
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const people = (await recordOf(db, [...names.keys()])).map((row) => ({
    ...(inside && { group: names.get(row.groupId) ?? '' }),
    ...line(row, leaves),
  }))
  const text = format === 'csv' ? writeCsv(people) : JSON.stringify({ group: group.name, people }, null, 2)
  return { fileName: `${fileNameOf(group.name)}.${format}`, text }
}

const line = (row: RecordRow, leaves: boolean) => ({
  email: row.email,
  name: row.name,
  role: row.role,
  outcome: row.state,
  origin: row.origin,
  since: row.since.toISOString(),
  invitedBy: row.invitedBy ?? '',
  delivery: deliveryOf(row, leaves),
  problem: problemOf(row) ?? '',
  opened: row.openedAt?.toISOString() ?? '',
  ended: row.endedAt?.toISOString() ?? '',
  reminders: row.reminders,
})
