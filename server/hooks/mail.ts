import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { Email } from '../../lib/contract/schemas.ts'
import { takeReport } from '../actions/takeReports.ts'
import type { Service } from '../service.ts'
import { refuseGuesses } from './guesses.ts'
import { isSame } from './isSame.ts'

/** What a mail service or a mailbox's script posts; see docs/operating.md. */
const Reports = z.object({
  events: z
    .array(
      z.object({
        kind: z.enum(['bounced', 'complained']),
        mail: z.string().max(1000).optional(),
        address: z.optional(Email),
        code: z
          .string()
          .regex(/^5\.\d{1,3}\.\d{1,3}$/)
          .optional(),
      }),
    )
    .max(500),
})

/** Where bounces and complaints are reported, by whoever knows MAIL_HOOK_SECRET. */
export const mailHook = (service: Service): Hono<{ Bindings: HttpBindings }> => {
  const { config, db, log } = service
  const app = new Hono<{ Bindings: HttpBindings }>()
  const secret = config.mailHookSecret
  if (!secret) return app
  app.post('/hooks/mail', bodyLimit({ maxSize: 1024 * 1024 }), async (c) => {
    c.header('cache-control', 'no-store')
    const refused = await refuseGuesses(c, service, isSame(c.req.header('authorization') ?? '', `Bearer ${secret}`))
    if (refused) return c.json({ taken: 0 }, refused)
    const reports = Reports.safeParse(await c.req.json().catch(() => null))
    if (!reports.success)
      return c.json({ taken: 0, wrong: reports.error.issues.map(({ path }) => path.join('.')) }, 422)
    let taken = 0
    for (const report of reports.data.events)
      if (await db.transaction().execute((tx) => takeReport(tx, report))) taken += 1
    const unknown = reports.data.events.length - taken
    log('mailReported', { taken, unknown })
    return c.json({ taken, unknown })
  })
  return app
}
