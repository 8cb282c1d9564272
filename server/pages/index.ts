import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import type { GiveProvider } from '../auth/giveProvider.ts'
import { describeFailure } from '../log.ts'
import { isPassing } from '../problem.ts'
import type { Service } from '../service.ts'
import { NoRoom } from '../store/quotas.ts'
import { acceptPages } from './accept.ts'
import { acceptAsPages } from './acceptAs.ts'
import { beginPages } from './begin.ts'
import { connectPages } from './connect.ts'
import { invitedPages } from './invited.ts'
import { joinPages } from './join.ts'
import { joinWorkspacePages } from './joinWorkspace.ts'
import { markFile } from './marks.ts'
import { outboxPages } from './outbox.ts'
import { busyPage, fullPage, notFromHerePage, tooLargePage, wentWrongPage } from './problemPages.ts'
import { reminderPages } from './reminders.ts'
import { signInPages } from './signIn.ts'
import { signInCodePages } from './signInCode.ts'
import { ssoPages } from './sso.ts'
import { type PageEnv, show } from './web.ts'
import { welcomePages } from './welcome.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const style = read('../../components/tokens.css') + read('./style.css')
/** More than any form of ours holds. */
const forms = { maxSize: 16 * 1024 }
const cached = { 'cache-control': 'public, max-age=3600' }

const parts = [
  acceptPages,
  beginPages,
  acceptAsPages,
  joinPages,
  joinWorkspacePages,
  welcomePages,
  invitedPages,
  outboxPages,
  reminderPages,
  signInPages,
  signInCodePages,
  ssoPages,
]

/** The pages for strangers: plain documents and forms, whole without any script. */
export const createPages = (service: Service, provider: GiveProvider): Hono<PageEnv> => {
  const app = new Hono<PageEnv>()
  // A form of ours comes from PUBLIC_URL; behind a proxy the request's own address may say something else.
  const ownForms = csrf({ origin: service.config.publicUrl })
  for (const path of ['/signin/*', '/signout', '/accept/*', '/join/*', '/welcome/*', '/begin/*', '/invited'])
    app.use(path, ownForms, bodyLimit(forms))
  app.get('/pages/style.css', (c) => c.body(style, 200, { ...cached, 'content-type': 'text/css; charset=utf-8' }))
  app.get('/pages/mark.svg', (c) => c.body(markFile, 200, { ...cached, 'content-type': 'image/svg+xml' }))
  for (const pages of parts) app.route('/', pages(service))
  app.route('/', connectPages(service, provider))
  app.onError((problem, c) => {
    if (problem instanceof HTTPException && problem.status === 403)
      return show(c, notFromHerePage, { status: 403, at: '/' })
    if (problem instanceof HTTPException && problem.status === 413)
      return show(c, tooLargePage, { status: 413, at: '/' })
    if (problem instanceof NoRoom) {
      const { name, language } = problem.workspace
      return show(c, fullPage(name), { status: 409, language })
    }
    if (isPassing(problem)) {
      c.header('retry-after', '2')
      return show(c, busyPage, { status: 503 })
    }
    service.log('pageFailed', { path: c.req.routePath, ...describeFailure(problem) })
    return show(c, wentWrongPage, { status: 500 })
  })
  return app
}
