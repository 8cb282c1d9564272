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

/** As the content script does it: recognised first, then read. */
export const readPage = async (doc: Document, url: URL, deps: ReadDeps): Promise<RosterState> => {
  const page = recognise(adapters, doc, url)
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
