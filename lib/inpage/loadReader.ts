import type { ReadDeps } from '../lms/read.ts'
import type { Recognised } from '../lms/recognise.ts'
import type { RosterState } from '../lms/roster.ts'
import type { Furnish } from './furniture.ts'
import type { Native } from './native.ts'
import type { Scrolling } from './scrollToEnd.ts'

/** Reads the course of a page: every LMS's sources, which only pages of a course are worth loading. */
export type ReadPage = (page: Recognised, deps: Omit<ReadDeps, 'sleep'>) => Promise<RosterState>

/** What only a page of a course needs: the ways to read it, and what is shown beside a roster. */
export interface Reader {
  readonly readPage: ReadPage
  readonly furnish: Furnish
  readonly scrollToEnd: (scrolling: Omit<Scrolling, 'sleep'>) => Promise<'end'>
}

declare global {
  /** Where the reader's script leaves itself, in the world that it shares with the script that asked for it. */
  var rollcallReader: Reader | undefined
}

/** Loads `reader.js` of the extension, once. A page's Content-Security-Policy does not stand in the way of it. */
export const loadReader = async (native: Native): Promise<Reader> => {
  if (!globalThis.rollcallReader) await import(/* @vite-ignore */ native.runtime.getURL('reader.js'))
  if (!globalThis.rollcallReader) throw new Error('The reader did not come with its script.')
  return globalThis.rollcallReader
}
