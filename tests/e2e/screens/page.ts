import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { build, type Plugin } from 'vite'

/**
 * Builds the screens over fake services into a folder of their own, for workers build side by side, and hands them out
 * on a free port.
 */
export const serveScreens = async (
  ...plugins: readonly Plugin[]
): Promise<{ readonly url: string; stop(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-screens-'))
  await build({
    configFile: join(import.meta.dirname, 'vite.config.ts'),
    logLevel: 'silent',
    plugins: [...plugins],
    build: { outDir: folder, emptyOutDir: true },
  })
  const app = new Hono().use('/*', serveStatic({ root: folder }))
  return new Promise((ready) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', createServer }, ({ port }) =>
      ready({
        url: `http://127.0.0.1:${port}/`,
        stop: async () => {
          await new Promise<void>((stopped) => void server.close(() => stopped()))
          await rm(folder, { recursive: true })
        },
      }),
    )
  })
}
