import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { Authenticate } from '../auth/actor.ts'
import { sendProblem } from '../problem.ts'
import type { Service } from '../service.ts'
import type { Changes } from './changes.ts'
import type { Change } from './freshLines.ts'
import { createInbox } from './inbox.ts'
import { newsFor } from './news.ts'
import { createStreamsEach } from './streamsEach.ts'

/** A line now and then, in ms: proxies end connections on which nothing is said. Who is signed out by then is told nothing more. */
const BEAT = 25_000

/**
 * `GET /api/events`: Server-Sent Events that say where something has changed, and nothing of what. `changed`: `{groupIds}`,
 * those of this person alone, with the Groups inside them, into which people come from around; none named: something about
 * their Workspaces, or the invitations that wait for them. The page asks again for what it shows.
 */
export const events = ({ db, log }: Service, authenticate: Authenticate, changes: Changes): Hono => {
  const app = new Hono()
  const countIn = createStreamsEach()

  app.get('/api/events', async (c) => {
    const { headers } = c.req.raw
    const actor = await authenticate(headers)
    if (!actor) throw new CallProblem('signedOut')
    const countOut = countIn(actor.id)
    // nginx would keep what is written until there is enough of it.
    c.header('x-accel-buffering', 'no')
    const answer = streamSSE(c, async (stream) => {
      const inbox = createInbox<Change>()
      let stop = () => {}
      const end = () => stream.abort()
      const isOver = () => stream.aborted || changes.over.aborted
      changes.over.addEventListener('abort', end)
      stream.onAbort(inbox.wake)
      try {
        stop = await changes.subscribe(inbox.put)
        const news = await newsFor(db, actor)
        await stream.writeSSE({ event: 'open', data: '' })
        while (!isOver()) {
          const some = await inbox.take(BEAT)
          if (isOver()) break
          // A session or a token that was ended meanwhile hears nothing more.
          if ((await authenticate(headers))?.id !== actor.id) break
          if (some.length === 0) await stream.writeSSE({ event: 'beat', data: '' })
          const groupIds = await news(some)
          if (groupIds) await stream.writeSSE({ event: 'changed', data: JSON.stringify({ groupIds }) })
        }
      } finally {
        stop()
        changes.over.removeEventListener('abort', end)
        countOut()
      }
    })
    answer.headers.set('cache-control', 'no-store')
    return answer
  })
  app.onError((problem, c) => sendProblem(c, problem, log))
  return app
}
