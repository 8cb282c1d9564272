import { html, raw } from 'hono/html'
import type { Configuration } from 'oidc-provider'
import { drawPage, type Html, type Page } from '../pages/layout.ts'
import { notice, own } from '../pages/parts.ts'
import { tell } from '../pages/problemPages.ts'
import { pageHeaders, pagePolicy } from '../pages/web.ts'

type DeviceFlow = NonNullable<NonNullable<Configuration['features']>['deviceFlow']>
type Ctx = Parameters<NonNullable<DeviceFlow['successSource']>>[0]

/** The library's form holds what proves that it was asked for; the rest of it is drawn here, labels and all. */
const proofIn = (form: string): Html =>
  html`<input type="hidden" name="xsrf" value="${raw(/name="xsrf" value="([\w-]*)"/.exec(form)?.[1] ?? '')}">`

const draw = async (ctx: Ctx, page: Page) => {
  ctx.set({ ...pageHeaders, 'content-security-policy': pagePolicy() })
  ctx.type = 'html'
  ctx.body = await drawPage(page)
}

const wrong = notice(
  'attention',
  'This is not the code',
  'Compare it with what the extension shows. It works for ten minutes, once.',
)

const inputPage = (form: string, problem: Html | undefined): Page => ({
  title: 'Connect the extension',
  body: html`<h1>Connect the extension</h1>
<p>Type the eight letters that the extension shows.</p>
${problem ?? ''}
<form method="post" action="/oauth/device">
${proofIn(form)}
<label for="user_code">Code</label>
<input id="user_code" name="user_code" class="code" autocapitalize="characters" autocomplete="off" spellcheck="false" maxlength="16" required autofocus>
<button class="primary">Go on</button>
</form>`,
})

const confirmPage = (form: string, code: string): Page => ({
  title: 'Connect the extension',
  body: html`<h1>Is this the code that the extension shows?</h1>
<p class="code">${own(code)}</p>
<p>Go on only if you see the same letters in your own browser. Whoever sent you here with a code would be let into your Groups.</p>
<div class="deeds">
<form method="post" action="/oauth/device">${proofIn(form)}<input type="hidden" name="user_code" value="${code}"><input type="hidden" name="confirm" value="yes"><button class="primary">They are the same</button></form>
<form method="post" action="/oauth/device">${proofIn(form)}<input type="hidden" name="user_code" value="${code}"><input type="hidden" name="abort" value="yes"><button class="quiet">Do not connect</button></form>
</div>`,
})

/** RFC 8628, for browsers in which an extension cannot open a sign-in window: a code is typed on the service's page. */
export const deviceFlow: DeviceFlow = {
  enabled: true,
  charset: 'base-20',
  mask: '****-****',
  userCodeInputSource: async (ctx, form, _out, problem) => {
    const isAborted = problem?.name === 'AbortedError'
    if (isAborted) return draw(ctx, tell('Nothing was connected', 'You can close this page.'))
    await draw(ctx, inputPage(form, problem && wrong))
  },
  userCodeConfirmSource: async (ctx, form, _client, _device, code) => draw(ctx, confirmPage(form, code)),
  successSource: async (ctx) =>
    draw(ctx, tell('The extension is connected', 'Go back to it: it goes on by itself. You can close this page.')),
}
