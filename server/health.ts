import { Hono } from 'hono'
import { sql } from 'kysely'
import { CONTRACT_VERSION } from '../lib/contract/limits.ts'
import type { Service } from './service.ts'

/** Whether the service can do its work: it asks the store. Also how a client knows that this is a Rollcall service. */
export const health = ({ db }: Service): Hono => {
  const app = new Hono()
  app.get('/healthz', async (c) => {
    c.header('cache-control', 'no-store')
    c.header('access-control-allow-origin', '*')
    try {
      await sql`select 1`.execute(db)
      return c.json({ service: 'rollcall', contract: CONTRACT_VERSION, ok: true })
    } catch {
      return c.json({ service: 'rollcall', contract: CONTRACT_VERSION, ok: false }, 503, { 'retry-after': '2' })
    }
  })
  return app
}
