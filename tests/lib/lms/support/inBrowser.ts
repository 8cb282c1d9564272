import type { RosterState } from '../../../../lib/lms/roster.ts'
import { deps, readPage } from './reading.ts'
import { type Recording, replay } from './recording.ts'

declare global {
  var readThisPage: (recording: Recording) => Promise<RosterState>
  var readFromSite: () => Promise<RosterState>
}

/** Bundled into a page of a real browser: reads the page it stands on, the LMS's answers taken from a recording. */
globalThis.readThisPage = (recording) => readPage(document, new URL(location.href), deps(replay(recording).fetch))

/** The same, answered by the site that the page is from. */
globalThis.readFromSite = () => readPage(document, new URL(location.href), deps(fetch.bind(globalThis)))
