import { writeCsv } from '../../lib/people/csv.ts'
import { fileNameOf } from '../../lib/people/fileName.ts'
import type { AuthorisedGroup } from '../policy.ts'
import { deliveryOf, problemOf } from '../store/delivery.ts'
import { type RecordRow, recordOf } from '../store/groupRecord.ts'
import type { Database } from '../store/open.ts'

/** The Group's record as a file. `leaves`: a mail server is set up. */
export const exportGroup = async (
  db: Database,
  group: AuthorisedGroup<'group.export'>,
  format: 'csv' | 'json',
  leaves: boolean,
): Promise<{ fileName: string; text: string }> => {
  const people = (await recordOf(db, group.id)).map((row) => line(row, leaves))
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
