import type { Adapter } from '../../../../lib/lms/adapter.ts'
import { adapters } from '../../../../lib/lms/adapters.ts'
import { type ReadDeps, readRoster } from '../../../../lib/lms/read.ts'
import { recognise } from '../../../../lib/lms/recognise.ts'
import type { RosterState } from '../../../../lib/lms/roster.ts'
import { sourcesOf } from '../../../../lib/lms/sources.ts'

export const open = (html: string): Document => {
  const doc = new DOMParser().parseFromString(html, 'text/html')
  // What a browser does as it loads a page, and a parser alone does not.
  for (const template of doc.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    template.parentElement?.attachShadow({ mode: 'open' }).append(template.content)
    template.remove()
  }
  return doc
}

/** Those of one LMS each. */
export const lmsAdapters: readonly Adapter[] = adapters.filter(({ fallback }) => !fallback)

/** Who is asked about the pages of an adapter's table: the fallback is asked about its own alone. */
export const askedFor = (id: string): readonly Adapter[] => (id === 'generic' ? adapters : lmsAdapters)

/** As the content script does it: recognised first, then read. What no LMS knows, the fallback might. */
export const readPage = async (
  doc: Document,
  url: URL,
  deps: ReadDeps,
  asked: readonly Adapter[] = lmsAdapters,
): Promise<RosterState> => {
  const page = recognise(asked, doc, url)
  return page ? readRoster(page, sourcesOf(page.course.lms), deps) : { kind: 'none' }
}

interface Told extends ReadDeps {
  /** Every wait that was asked for, in milliseconds. */
  readonly waits: number[]
}

/** Waits take no time; they are written down. */
export const deps = (fetch: typeof globalThis.fetch, signal = new AbortController().signal): Told => {
  const waits: number[] = []
  return {
    fetch,
    signal,
    waits,
    onProgress: () => undefined,
    sleep: async (ms) => {
      waits.push(ms)
    },
  }
}
