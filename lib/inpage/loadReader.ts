import type { ReadDeps } from '../lms/read.ts'
import type { Recognised } from '../lms/recognise.ts'
import type { RosterState } from '../lms/roster.ts'
import type { Native } from './native.ts'

/** Reads the course of a page: every LMS's sources, which only pages of a course are worth loading. */
export type ReadPage = (page: Recognised, doc: Document, url: URL, deps: ReadDeps) => Promise<RosterState>

declare global {
  /** Where the reader's script leaves itself, in the world that it shares with the script that asked for it. */
  var rollcallReadPage: ReadPage | undefined
}

/** Loads `reader.js` of the extension, once. A page's Content-Security-Policy does not stand in the way of it. */
export const loadReader = async (native: Native): Promise<ReadPage> => {
  if (!globalThis.rollcallReadPage) await import(/* @vite-ignore */ native.runtime.getURL('reader.js'))
  if (!globalThis.rollcallReadPage) throw new Error('The reader did not come with its script.')
  return globalThis.rollcallReadPage
}
