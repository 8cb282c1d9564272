import { html } from 'hono/html'

export type Html = ReturnType<typeof html>

/** An address or a name: kept in its own direction, so that a right-to-left one does not turn the sentence around. */
export const own = (text: string): Html => html`<bdi class="own">${text}</bdi>`
