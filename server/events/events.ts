import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { CallProblem } from '../../lib/contract/errors.ts'
import type { Authenticate } from '../auth/actor.ts'
import { sendProblem } from '../problem.ts'
import type { Service } from '../service.ts'
import type { Change, Changes } from './changes.ts'
import { insideOf, sightOf } from './sight.ts'
import { waitingNews } from './waitingNews.ts'

/** Streams that one person may have open: a few windows. */
const STREAMS_EACH = 10

/** A line now and then, in ms: proxies end connections on which nothing is said. Who is signed out by then is told nothing more. */
const BEAT = 25_000

/**
 * `GET /api/events`: Server-Sent Events that say where something has changed, and nothing of what. `changed`: `{groupIds}`,
 * those of this person alone, with the Groups inside them, into which people come from around; none named: something about
 * their Workspaces, or the invitations that wait for them. The page asks again for what it shows.
 */
export const events = (service: Service, authenticate: Authenticate, changes: Changes): Hono => {
  const app = new Hono()
  const open = new Map<string, number>()

  /** Of what changes from now on, what this person may know of; null: nothing. */
  const newsFor = async (personId: string): Promise<(some: readonly Change[]) => Promise<string[] | null>> => {
    let before = await sightOf(service.db, personId)
    return async (some) => {
      const now = await sightOf(service.db, personId)
      // What is out of their sight since, by a removal or because it is deleted, is told once more: their page still shows it.
      const sights = [before, now]
      before = now
      const changed = new Set(
        some.flatMap(({ groupId }) => (groupId && sights.some(({ groups }) => groups.has(groupId)) ? [groupId] : [])),
      )
      const other = some.some(
        ({ groupId, workspaceId }) => groupId === null && sights.some(({ workspaces }) => workspaces.has(workspaceId)),
      )
      return changed.size > 0 || other ? [...new Set([...changed, ...insideOf(changed, now.parents)])] : null
    }
  }

  app.get('/api/events', async (c) => {
    const { headers } = c.req.raw
    const actor = await authenticate(headers)
    if (!actor) throw new CallProblem('signedOut')
    const mine = open.get(actor.id) ?? 0
    if (mine >= STREAMS_EACH) throw new CallProblem('tooMany', undefined, 60)
    open.set(actor.id, mine + 1)
    // nginx would keep what is written until there is enough of it.
    c.header('x-accel-buffering', 'no')
    const answer = streamSSE(c, async (stream) => {
      let waiting: Change[] = []
      let wake = () => {}
      let stop = () => {}
      const end = () => {
        stream.abort()
        wake()
      }
      changes.over.addEventListener('abort', end)
      stream.onAbort(() => wake())
      try {
        stop = await changes.subscribe((some) => {
          waiting.push(...some)
          wake()
        })
        const seenBy = await newsFor(actor.id)
        const hasNews = await waitingNews(service.db, actor.email)
        await stream.writeSSE({ event: 'open', data: '' })
        while (!stream.aborted && !changes.over.aborted) {
          const beat = await new Promise<boolean>((resolve) => {
            const timer = setTimeout(() => resolve(true), BEAT)
            wake = () => {
              clearTimeout(timer)
              resolve(false)
            }
            if (waiting.length > 0 || stream.aborted || changes.over.aborted) wake()
          })
          if (stream.aborted || changes.over.aborted) break
          // A session or a token that was ended meanwhile hears nothing more.
          if ((await authenticate(headers))?.id !== actor.id) break
          const some = waiting
          waiting = []
          if (beat) await stream.writeSSE({ event: 'beat', data: '' })
          const seen = some.length > 0 ? await seenBy(some) : null
          const groupIds = (await hasNews()) ? (seen ?? []) : seen
          if (groupIds) await stream.writeSSE({ event: 'changed', data: JSON.stringify({ groupIds }) })
        }
      } finally {
        stop()
        changes.over.removeEventListener('abort', end)
        const left = (open.get(actor.id) ?? 1) - 1
        if (left > 0) open.set(actor.id, left)
        else open.delete(actor.id)
      }
    })
    answer.headers.set('cache-control', 'no-store')
    return answer
  })
  app.onError((problem, c) => sendProblem(c, problem, service.log))
  return app
}
