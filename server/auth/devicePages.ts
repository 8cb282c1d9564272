import { html, raw } from 'hono/html'
import type { Configuration } from 'oidc-provider'
import type { Config } from '../config.ts'
import { showFlow } from '../pages/flowPage.ts'
import type { Draw } from '../pages/layout.ts'
import { type Html, own } from '../pages/own.ts'
import { notice } from '../pages/parts.ts'
import { tell } from '../pages/problemPages.ts'
import type { Say } from '../words/say.ts'

type DeviceFlow = NonNullable<NonNullable<Configuration['features']>['deviceFlow']>

/** The library's form holds what proves that it was asked for; the rest of it is drawn here, labels and all. */
const proofIn = (form: string): Html =>
  html`<input type="hidden" name="xsrf" value="${raw(/name="xsrf" value="([\w-]*)"/.exec(form)?.[1] ?? '')}">`

const wrong = (say: Say) => notice('attention', say('code.wrong'), say('device.wrong'))

const inputPage =
  (form: string, problem: ((say: Say) => Html) | undefined): Draw =>
  (say) => ({
    title: say.text('connect.title'),
    body: html`<h1>${say('connect.title')}</h1>
<p>${say('device.type')}</p>
${problem ? problem(say) : ''}
<form method="post" action="/oauth/device">
${proofIn(form)}
<label for="user_code">${say('code.label')}</label>
<input id="user_code" name="user_code" class="code" dir="ltr" autocapitalize="characters" autocomplete="off" spellcheck="false" maxlength="16" required autofocus>
<button class="primary">${say('device.goOn')}</button>
</form>`,
  })

const confirmPage =
  (form: string, code: string): Draw =>
  (say) => ({
    title: say.text('connect.title'),
    body: html`<h1>${say('device.same')}</h1>
<p class="code">${own(code)}</p>
<p>${say('device.onlyIf')}</p>
<div class="deeds">
<form method="post" action="/oauth/device">${proofIn(form)}<input type="hidden" name="user_code" value="${code}"><input type="hidden" name="confirm" value="yes"><button class="primary">${say('device.yes')}</button></form>
<form method="post" action="/oauth/device">${proofIn(form)}<input type="hidden" name="user_code" value="${code}"><input type="hidden" name="abort" value="yes"><button class="quiet">${say('device.no')}</button></form>
</div>`,
  })

const donePage: Draw = (say) => tell(say.text('connect.done'), say('connect.goBack'))
const abortedPage: Draw = (say) => tell(say.text('connect.not'), say('connect.close'))

/** RFC 8628, for browsers in which an extension cannot open a sign-in window: a code is typed on the service's page. */
export const deviceFlow = (config: Pick<Config, 'language' | 'publicUrl'>): DeviceFlow => ({
  enabled: true,
  charset: 'base-20',
  mask: '****-****',
  userCodeInputSource: async (ctx, form, _out, problem) => {
    const isAborted = problem?.name === 'AbortedError'
    await showFlow(ctx, config, isAborted ? abortedPage : inputPage(form, problem && wrong))
  },
  userCodeConfirmSource: async (ctx, form, _client, _device, code) => showFlow(ctx, config, confirmPage(form, code)),
  successSource: async (ctx) => showFlow(ctx, config, donePage),
})
