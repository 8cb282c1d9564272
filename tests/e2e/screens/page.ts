import { createServer } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { build } from 'vite'

const folder = join(import.meta.dirname, '..', '..', '..', 'test-results', 'screens-page')

/** Builds the screens over fake services and hands them out on a free port. */
export const serveScreens = async (): Promise<{ readonly url: string; stop(): Promise<void> }> => {
  await build({ configFile: join(import.meta.dirname, 'vite.config.ts'), logLevel: 'silent' })
  const app = new Hono().use('/*', serveStatic({ root: folder }))
  return new Promise((ready) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', createServer }, ({ port }) =>
      ready({
        url: `http://127.0.0.1:${port}/`,
        stop: () => new Promise((stopped) => void server.close(() => stopped())),
      }),
    )
  })
}
