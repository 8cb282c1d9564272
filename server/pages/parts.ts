import { html } from 'hono/html'
import type { Html } from './layout.ts'
import { icons } from './marks.ts'

/** An address or a name: kept in its own direction, so that a right-to-left one does not turn the sentence around. */
export const own = (text: string): Html => html`<bdi class="own">${text}</bdi>`

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

export const buttonLink = (href: string, label: string, look: 'primary' | 'quiet' = 'primary'): Html =>
  html`<a class="button ${look}" href="${href}">${label}</a>`

/** Minutes, for a number of seconds to wait. */
export const minutes = (seconds: number): string => {
  const count = Math.ceil(seconds / 60)
  return count === 1 ? 'one minute' : `${count} minutes`
}
