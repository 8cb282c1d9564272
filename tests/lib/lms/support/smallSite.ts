import { setImmediate as turn } from 'node:timers/promises'

/** What came: `GET /path?query`, and how many were on their way then, itself included. */
interface Visit {
  readonly line: string
  readonly atOnce: number
}

export interface SmallSite {
  readonly fetch: typeof globalThis.fetch
  readonly visits: readonly Visit[]
}

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/** A site that is a function: answers over generated people, with paging, in the same process. null: no answer at all. */
export const smallSite = (answer: (url: URL) => Response | null): SmallSite => {
  const visits: Visit[] = []
  let atOnce = 0
  return {
    visits,
    fetch: async (input, init) => {
      init?.signal?.throwIfAborted()
      const url = new URL(String(input))
      visits.push({ line: `${init?.method ?? 'GET'} ${url.pathname}${url.search}`, atOnce: ++atOnce })
      try {
        await turn()
        init?.signal?.throwIfAborted()
        const response = answer(url)
        if (!response) throw new TypeError('Failed to fetch')
        return response
      } finally {
        atOnce--
      }
    },
  }
}
