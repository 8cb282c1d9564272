import { html } from 'hono/html'
import type { Say } from '../words/say.ts'
import { icons } from './marks.ts'
import type { Html } from './own.ts'

/** What happened; why, and what now. */
export const notice = (tone: keyof typeof icons, title: Html | string, more?: Html | string): Html =>
  html`<div class="notice ${tone}" role="status">${icons[tone]()}<div><p class="title">${title}</p>${more ? html`<p>${more}</p>` : ''}</div></div>`

/** A form of one button, with nothing to fill in. */
export const buttonForm = (
  action: string,
  label: Html | string,
  options: { look?: 'primary' | 'quiet' | 'plain'; fields?: Readonly<Record<string, string>> } = {},
): Html => {
  const fields = Object.entries(options.fields ?? {})
  return html`<form method="post" action="${action}">${fields.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button class="${options.look ?? 'primary'}">${label}</button></form>`
}

export const buttonLink = (href: string, label: Html | string, look: 'primary' | 'quiet' = 'primary'): Html =>
  html`<a class="button ${look}" href="${href}">${label}</a>`

export const link = (href: string, label: Html | string): Html => html`<a href="${href}">${label}</a>`

/** Where an address is typed. */
export const addressField = (
  say: Say,
  address: string,
  { focus = true } = {},
): Html => html`<label for="address">${say('address.label')}</label>
<input id="address" name="address" type="email" dir="ltr" value="${address}" autocomplete="email" maxlength="254" required${focus ? ' autofocus' : ''}>`
