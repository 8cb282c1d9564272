import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { show } from '../pages/web.ts'
import type { Service } from '../service.ts'
import { type OpenApi, openApi } from './openApi.ts'
import { apiPage } from './page.ts'

const style = readFileSync(new URL('./style.css', import.meta.url), 'utf8')

/** The API as a document for machines and as a page for people, both from the contract table. */
export const docs = ({ config }: Pick<Service, 'config'>): Hono => {
  const app = new Hono()
  let made: OpenApi | undefined
  const document = () => {
    made ??= openApi(config.publicUrl)
    return made
  }
  app.get('/openapi.json', (c) => c.json(document(), 200, { 'access-control-allow-origin': '*' }))
  app.get('/docs', (c) => show(c, () => apiPage(document())))
  app.get('/docs/style.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  return app
}
