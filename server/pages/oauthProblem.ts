import { html } from 'hono/html'
import type { Configuration } from 'oidc-provider'
import { drawPage, type Page } from './layout.ts'
import { flowExpiredPage, tell, wentWrongPage } from './problemPages.ts'
import { pageHeaders, pagePolicy } from './web.ts'

/** What a browser is shown when a flow of the provider cannot go on and there is no extension to tell. */
export const renderOauthProblem: NonNullable<Configuration['renderError']> = async (ctx, out, problem) => {
  ctx.set({ ...pageHeaders, 'content-security-policy': pagePolicy() })
  ctx.type = 'html'
  ctx.body = await drawPage(pageFor(ctx.status, problem.name, out.error))
}

const pageFor = (status: number, name: string, code: string): Page => {
  if (name === 'SessionNotFound') return flowExpiredPage
  if (status >= 500) return wentWrongPage
  return tell(
    'The extension cannot be connected',
    'It asked in a way that this service does not allow. It may be a build that the service does not know, or one that does not fit its version.',
    'Update the extension. If it is a build of your own, the people who run this service can add its id to EXTENSIONS.',
    html`<span class="quiet">What the service says: <code>${code}</code></span>`,
  )
}
