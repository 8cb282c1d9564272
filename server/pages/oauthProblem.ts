import { html } from 'hono/html'
import type { Configuration } from 'oidc-provider'
import type { Config } from '../config.ts'
import { showFlow } from './flowPage.ts'
import type { Draw } from './layout.ts'
import { flowExpiredPage, tell, wentWrongPage } from './problemPages.ts'

/** What a browser is shown when a flow of the provider cannot go on and there is no extension to tell. */
export const renderOauthProblem =
  (config: Pick<Config, 'language' | 'publicUrl'>): NonNullable<Configuration['renderError']> =>
  async (ctx, out, problem) =>
    showFlow(ctx, config, pageFor(ctx.status, problem.name, out.error))

const pageFor = (status: number, name: string, code: string): Draw => {
  if (name === 'SessionNotFound') return flowExpiredPage
  if (status >= 500) return wentWrongPage
  return (say) =>
    tell(
      say.text('connect.refused'),
      say('connect.refusedWhy'),
      say('connect.refusedNow'),
      html`<span class="quiet">${say('connect.refusedCode', { code: html`<code dir="ltr">${code}</code>` })}</span>`,
    )
}
