/** One recorded answer. `fails`: no answer at all. */
export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly body?: unknown
  /** The body as it was sent, where it is not plain JSON. */
  readonly text?: string
  /** Where redirects led, when they did. */
  readonly url?: string
  readonly fails?: boolean
}

/** What an LMS answered: the fixtures that are no pages. */
export interface Recording {
  /** What the recording shows, in a sentence. */
  readonly about: string
  /** The page from which it is read; a bare one of the LMS where left out. */
  readonly page?: string
  readonly answers: readonly {
    /** A regular expression that is looked for in `METHOD /path?query`, decoded. The first that fits is taken. */
    readonly ask: string
    /** Its answers, one after the other, and then from the first again. */
    readonly answer: readonly Answer[]
  }[]
}

export interface Replay {
  readonly fetch: typeof globalThis.fetch
  /** What was asked, in order: `METHOD url`. */
  readonly asked: string[]
}

export const respond = ({ status = 200, headers, body, text, url, fails }: Answer): Response => {
  if (fails) throw new TypeError('Failed to fetch')
  const response = new Response(text ?? JSON.stringify(body), {
    status,
    headers: headers ?? { 'content-type': 'application/json' },
  })
  if (url) Object.defineProperty(response, 'url', { value: url })
  if (url) Object.defineProperty(response, 'redirected', { value: true })
  return response
}

/** A fetch that answers from a recording. What the recording does not know gets no answer. */
export const replay = ({ answers }: Pick<Recording, 'answers'>): Replay => {
  const asked: string[] = []
  const times = new Map<string, number>()
  return {
    asked,
    fetch: async (input, init) => {
      init?.signal?.throwIfAborted()
      const url = new URL(String(input))
      const method = init?.method ?? 'GET'
      asked.push(`${method} ${url.href}`)
      const line = decodeURIComponent(`${method} ${url.pathname}${url.search}`)
      const row = answers.find(({ ask }) => new RegExp(ask).test(line))
      if (!row) throw new TypeError(`Nothing is recorded for ${line}.`)
      const time = times.get(row.ask) ?? 0
      times.set(row.ask, time + 1)
      return respond(row.answer[time % row.answer.length] ?? { fails: true })
    },
  }
}

/** An LMS that answers nothing but this status, in JSON: what leads to the page. */
export const refusing = (status: number, body: unknown = {}): Recording => ({
  about: `Every call is refused with ${status}.`,
  answers: [{ ask: '.', answer: [{ status, body }] }],
})
