import { adapters } from '../../../../lib/lms/adapters.ts'
import { readRoster } from '../../../../lib/lms/read.ts'
import { recognise } from '../../../../lib/lms/recognise.ts'
import type { RosterState } from '../../../../lib/lms/roster.ts'
import { sourcesOf } from '../../../../lib/lms/sources.ts'
import { type Recording, replay } from './replay.ts'

declare global {
  var readThisPage: (recording: Recording) => Promise<RosterState>
}

/** Bundled into a page of a real browser: reads the page it stands on, the API answered from a recording. */
globalThis.readThisPage = async (recording) => {
  const url = new URL(location.href)
  const page = recognise(adapters, document, url)
  if (!page) return { kind: 'none' }
  return readRoster(page, sourcesOf(page.course.lms), document, url, {
    fetch: replay(recording).fetch,
    signal: new AbortController().signal,
    sleep: async () => undefined,
    onProgress: () => undefined,
  })
}
