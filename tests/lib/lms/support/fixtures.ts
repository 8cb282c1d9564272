import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Case } from './case.ts'
import type { Recording } from './recording.ts'

const folderOf = (lms: string) => join(import.meta.dirname, '../../../fixtures/lms', lms)

/** A fixture's name without its date: `2026-11-25-users.html` is `users.html`. */
export const undated = (file: string): string => file.slice('2026-11-25-'.length)

export const filesOf = (lms: string): string[] => readdirSync(folderOf(lms))

/** The newest fixture of that name. */
export const saved = (lms: string, fixture: string): string => {
  const file = filesOf(lms)
    .filter((name) => undated(name) === fixture)
    .toSorted()
    .at(-1)
  if (!file) throw new Error(`There is no fixture ${fixture} of ${lms}.`)
  return readFileSync(join(folderOf(lms), file), 'utf8')
}

/** What a case is read from: the page, and what the LMS answers. */
export const materialOf = (lms: string, row: Case): { readonly html: string; readonly recording: Recording } => {
  const text = saved(lms, row.fixture)
  if (row.fixture.endsWith('.html')) return { html: text, recording: row.recording ?? { about: '', answers: [] } }
  const recording = JSON.parse(text) as Recording
  const html = recording.page ?? row.page
  if (html === undefined) throw new Error(`${row.fixture} needs a page to be read from.`)
  return { html, recording }
}
