import { Hono } from 'hono'
import { routePath } from 'hono/route'
import type { Authenticate } from './auth/actor.ts'
import { docs } from './docs/docs.ts'
import type { Changes } from './events/changes.ts'
import { events } from './events/events.ts'
import { safeHeaders } from './headers.ts'
import { health } from './health.ts'
import { mailHook } from './hooks/mail.ts'
import { metricsPage } from './hooks/metrics.ts'
import { mountCalls } from './mount.ts'
import { notFoundPage } from './pages/problemPages.ts'
import { chooseLanguage, type PageEnv, show } from './pages/web.ts'
import { handlers } from './routes/index.ts'
import type { Service } from './service.ts'
import { webApp } from './webApp.ts'

/** The whole service as a function from request to response, but for /oauth/, which the provider answers itself. */
export const createApp = (
  service: Service,
  authenticate: Authenticate,
  pages: Hono<PageEnv>,
  changes: Changes,
): Hono<PageEnv> => {
  const app = new Hono<PageEnv>()
  app.use(safeHeaders(service.config.publicUrl.startsWith('https:')))
  app.use(async (c, next) => {
    const began = performance.now()
    await next()
    // The route and not the path: a path may hold a token.
    const fields = { method: c.req.method, route: routePath(c), status: c.res.status }
    service.log('request', { ...fields, ms: Math.round(performance.now() - began) })
  })
  app.route('/', health(service))
  app.route('/', mailHook(service))
  app.route('/', metricsPage(service))
  app.route('/', events(service, authenticate, changes))
  app.route('/', mountCalls(service, authenticate, handlers))
  app.use(chooseLanguage(service))
  app.route('/', docs(service))
  app.route('/', pages)
  app.route('/', webApp())
  app.notFound((c) => show(c, notFoundPage, { status: 404 }))
  return app
}
