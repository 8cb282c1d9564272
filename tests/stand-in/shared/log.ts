import type { MiddlewareHandler } from 'hono'

/** One request as a stand-in saw it. */
export interface LogEntry {
  readonly method: string
  /** Path and query as sent. */
  readonly path: string
  /** `page`: the stand-in's own scripts; `other`: whoever else asked. */
  readonly by: 'page' | 'other'
  /** Requests of the same kind on their way when this one arrived, itself included. */
  readonly inFlight: number
  /** Milliseconds since the stand-in was made. */
  readonly at: number
  /** 0 until it is answered, or when the connection was dropped. */
  status: number
}

/** The stand-ins' own page scripts send this header, so that what a reader asks for can be told apart. */
export const isFromPage = (request: Request): boolean => request.headers.get('x-stand-in-page') === '1'

/** Writes down every request, in order of arrival. */
export const writeLog = (log: LogEntry[]): MiddlewareHandler => {
  const started = performance.now()
  const inFlight = { page: 0, other: 0 }
  return async (c, next) => {
    const url = new URL(c.req.url)
    const by = isFromPage(c.req.raw) ? 'page' : 'other'
    inFlight[by] += 1
    const entry: LogEntry = {
      method: c.req.method,
      path: url.pathname + url.search,
      by,
      inFlight: inFlight[by],
      at: Math.round(performance.now() - started),
      status: 0,
    }
    log.push(entry)
    try {
      await next()
      entry.status = c.res.status
    } finally {
      inFlight[by] -= 1
    }
  }
}
