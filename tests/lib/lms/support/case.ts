import type { RosterState } from '../../../../lib/lms/roster.ts'
import type { Recording } from './recording.ts'

/** One row of an adapter's table: a saved page or recording, and the whole state that reading it must give. */
export interface Case {
  /** File in tests/fixtures/lms/<id>/, without its date: a page (.html) or a recording (.json). */
  readonly fixture: string
  /** The page's address. */
  readonly url: string
  /** What the LMS's API answers to a page's reader. */
  readonly recording?: Recording
  /** The page from which a recording is read that brings none. */
  readonly page?: string
  /** The pages in its frames, by address. Read in a real browser alone: nothing else here draws frames. */
  readonly frames?: readonly { readonly fixture: string; readonly url: string }[]
  readonly expected: RosterState
}
