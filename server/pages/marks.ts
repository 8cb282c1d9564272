import { html, raw } from 'hono/html'

/** Small drawings, in the colour of the text they stand with. The words beside them say the same. */
const strokes = (paths: string) =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${raw(paths)}</svg>`

const markPath = 'M2 3h12M2 8h12M2 13h4.5M9 12.8l2 2 4-4.6'

/** The product's mark: a short list of three lines, the last one ticked. */
export const mark = () =>
  html`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="${markPath}"/></svg>`

/** The mark as a file of its own, for the browser's tab: there is no text whose colour it could take. */
export const markFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><style>path{stroke:#00656a}@media (prefers-color-scheme:dark){path{stroke:#6bd0ce}}</style><path d="${markPath}"/></svg>`

export const icons = {
  language: () =>
    strokes(
      '<circle cx="8" cy="8" r="6.25"/><path d="M1.75 8h12.5M8 1.75c3.4 3.6 3.4 8.9 0 12.5M8 1.75c-3.4 3.6-3.4 8.9 0 12.5"/>',
    ),
  info: () => strokes('<circle cx="8" cy="8" r="6.25"/><path d="M8 7.5v3.25M8 5.2v.05"/>'),
  good: () => strokes('<circle cx="8" cy="8" r="6.25"/><path d="m5.4 8.2 1.8 1.8 3.4-3.8"/>'),
  attention: () => strokes('<path d="M8 2 14.4 13.4H1.6Z"/><path d="M8 6.4v3M8 11.4v.05"/>'),
}
