/** A recorded answer of Canvas's API. `fails`: no answer at all. */
interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** The body as it was sent, where it is not plain JSON. */
  readonly text?: string
  readonly url?: string
  readonly fails?: boolean
}

/** One file of tests/fixtures/lms/canvas/*-api-*.json: what each call answered; `users` one after the other. */
export interface Recording {
  readonly about: string
  readonly course: Answer
  readonly sections: Answer
  readonly self: Answer
  readonly users: readonly Answer[]
}

export interface Replay {
  readonly fetch: typeof globalThis.fetch
  /** Addresses asked for, in order. */
  readonly asked: string[]
}

const respond = ({ status = 200, headers = {}, body, text, url, fails }: Answer): Response => {
  if (fails) throw new TypeError('Failed to fetch')
  const response = new Response(text ?? JSON.stringify(body), { status, headers })
  if (url) Object.defineProperty(response, 'url', { value: url })
  return response
}

/** A fetch that answers from a recording; addresses and order of the people's pages are the reader's affair. */
export const replay = (recording: Recording): Replay => {
  const asked: string[] = []
  let page = 0
  return {
    asked,
    fetch: async (input, init) => {
      init?.signal?.throwIfAborted()
      const url = new URL(String(input))
      asked.push(url.href)
      if (url.pathname.endsWith('/users/self')) return respond(recording.self)
      if (url.pathname.endsWith('/sections')) return respond(recording.sections)
      if (!url.pathname.endsWith('/users')) return respond(recording.course)
      page += 1
      return respond(recording.users[page - 1] ?? { fails: true })
    },
  }
}

/** Signed in, but not allowed to list people: what leads to the page. */
export const refusing: Recording = {
  about: 'Only the page is left to read.',
  course: { status: 403, headers: { 'content-type': 'application/json' }, body: {} },
  sections: { status: 403, headers: { 'content-type': 'application/json' }, body: {} },
  self: { headers: { 'content-type': 'application/json' }, body: { id: '510' } },
  users: [
    { status: 403, headers: { 'content-type': 'application/json' }, body: { status: 'unauthorized', errors: [] } },
  ],
}
