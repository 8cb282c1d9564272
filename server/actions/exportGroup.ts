import Papa from 'papaparse'
import type { AuthorisedGroup } from '../policy.ts'
import { deliveryOf, problemOf } from '../store/delivery.ts'
import { type RecordRow, recordOf } from '../store/groupRecord.ts'
import type { Database } from '../store/open.ts'

/** What a spreadsheet reads as a formula, also behind blanks and in full-width letters: these cells begin with an apostrophe. */
const formulas = /^[\s\p{Cc}]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u

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

/** With a byte order mark, without which Excel takes UTF-8 for something else. */
export const writeCsv = (lines: readonly Readonly<Record<string, string | number>>[]): string =>
  `\ufeff${Papa.unparse([...lines], { escapeFormulae: formulas, newline: '\r\n', header: true })}\r\n`

/** Letters, digits and hyphens of any script. */
const fileNameOf = (name: string): string => name.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'group'
