import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import * as z from 'zod/mini'
import { type CallName, callNames, calls } from '../lib/contract/calls.ts'
import { CallProblem } from '../lib/contract/errors.ts'
import { MAX_BODY_BYTES, MAX_ROSTER_BYTES } from '../lib/contract/limits.ts'
import type { Authenticate } from './auth/actor.ts'
import { authorise, type Grant } from './policy.ts'
import { notUnderstood, sendProblem } from './problem.ts'
import type { Service } from './service.ts'
import { createBlockCounter } from './store/blockCounter.ts'
import type { Database } from './store/open.ts'
import { takeFromBucket } from './store/rateBuckets.ts'

type Row<N extends CallName> = (typeof calls)[N]

/** The table, its schemas by what they make: so that TypeScript follows one name from the input to the answer. */
type Rows = {
  readonly [N in CallName]: Pick<Row<N>, 'method' | 'path' | 'allow' | 'output' | 'reachesOut'> & {
    readonly input: z.core.$ZodType<z.output<Row<N>['input']>>
  }
}
const rows: Rows = calls

/** What the handler of one call is given: who asks and what they may act on, by the call's permission in the contract. */
export type Handler<N extends CallName> = (
  context: Grant<Row<N>['allow']> & {
    readonly service: Service
    /** One transaction around a call that writes, checks of permission included; the plain store for one that reads or reaches out. */
    readonly tx: Database
  },
  input: z.output<Row<N>['input']>,
) => Promise<z.input<Row<N>['output']>>

/** One handler for each call of the contract: a call without one does not compile. */
export type Handlers = { readonly [N in CallName]: Handler<N> }

/** Writes per person and minute. The largest send job needs one per 200 people. */
const WRITES_PER_MINUTE = 600

/** Calls with a whole roster in them. */
const withRoster: ReadonlySet<CallName> = new Set(['rosters.compare', 'rosters.removeGone', 'links.create'])

const atMost = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new CallProblem('tooLarge')
    },
  })

/** Reads per person and ten minutes: five hundred a second, which no screen comes near. */
const READS = 300_000

/** The API: every call of the contract, parsed, authorised, handled, checked and answered in one place. */
export const mountCalls = (service: Service, authenticate: Authenticate, handlers: Handlers): Hono => {
  const api = new Hono()
  const reads = createBlockCounter(service.db, { name: 'read', limit: READS, seconds: 600, block: 1000 })
  // Credentials stay off: a token is named in a header, so any origin (an extension's is random) may ask.
  api.use('/api/*', cors({ origin: '*', allowHeaders: ['authorization', 'content-type'], maxAge: 86_400 }))

  const mount = <N extends CallName>(name: N) => {
    const row: Rows[N] = rows[name]
    const writes = row.method !== 'GET'
    const handler: Handler<N> = handlers[name]

    api.on(row.method, row.path, atMost(withRoster.has(name) ? MAX_ROSTER_BYTES : MAX_BODY_BYTES), async (c) => {
      const actor = await authenticate(c.req.raw.headers)
      if (!actor) throw new CallProblem('signedOut')
      const wait = await (writes
        ? takeFromBucket(service.db, `write:${actor.id}`, WRITES_PER_MINUTE, 60)
        : reads(actor.id))
      if (wait > 0) throw new CallProblem('tooMany', undefined, wait)

      const input = z.safeParse(row.input, await readInput(c, row.method))
      if (!input.success) throw notUnderstood(input.error)

      const act = async (tx: Database) => {
        const grant = await authorise<Row<N>['allow']>(tx, actor, row.allow, targetOf(input.data))
        return await handler({ ...grant, service, tx }, input.data)
      }
      const answer = await (writes && !row.reachesOut ? service.db.transaction().execute(act) : act(service.db))
      if (writes) service.wakeMail()

      const output = z.safeParse(row.output, answer)
      if (!output.success) throw new Error(`${name} made an answer that its contract does not know.`)
      c.header('cache-control', 'no-store')
      return c.json(output.data)
    })
  }
  for (const name of callNames) mount(name)

  api.all('/api/*', () => {
    throw new CallProblem('notFound')
  })
  api.onError((problem, c) => sendProblem(c, problem, service.log))
  return api
}

/** Path, query and body as one flat object; what the path says counts. */
const readInput = async (c: Context, method: string): Promise<unknown> => {
  if (method !== 'POST') return { ...c.req.query(), ...c.req.param() }
  const body: unknown = await c.req.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new CallProblem('notUnderstood')
  return { ...body, ...c.req.param() }
}

const targetOf = (input: object): { workspaceId?: string; groupId?: string } => ({
  ...('workspaceId' in input && typeof input.workspaceId === 'string' && { workspaceId: input.workspaceId }),
  ...('groupId' in input && typeof input.groupId === 'string' && { groupId: input.groupId }),
})
