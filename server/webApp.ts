import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Draw } from './pages/layout.ts'
import { tell } from './pages/problemPages.ts'
import { show } from './pages/web.ts'

const builtFolder = fileURLToPath(new URL('../.output/web', import.meta.url))

/** Every address that is the app's is answered with its one document. */
const places = ['/', '/archive', '/groups/*', '/me', '/workspaces/*']

const policy = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

/** Built files carry a hash of their content in their names. */
const forever = 'public, max-age=31536000, immutable'

const notBuilt: Draw = (say) =>
  tell(say.text('notBuilt.title'), say('notBuilt.why', { command: html`<code dir="ltr">npm run build</code>` }))

/** The app that Owners use in a browser tab, as vite built it. */
export const webApp = (folder = builtFolder): Hono => {
  const app = new Hono()
  if (!existsSync(`${folder}/index.html`)) {
    for (const place of places) app.get(place, (c) => show(c, notBuilt, { status: 503 }))
    return app
  }
  const page = serveStatic({ root: folder, path: 'index.html' })
  for (const place of places)
    app.get(place, async (c, next) => {
      c.header('cache-control', 'no-cache')
      c.header('content-security-policy', policy)
      return await page(c, next)
    })
  const files = serveStatic({ root: folder, precompressed: true })
  app.get('/assets/*', async (c, next) => {
    const file = await files(c, next)
    // What is not there went on to `next`, and came back as something else.
    if (file instanceof Response) file.headers.set('cache-control', forever)
    return file
  })
  app.get('/*', files)
  return app
}
