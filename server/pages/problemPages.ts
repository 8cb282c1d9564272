import { html } from 'hono/html'
import type { Html, Page } from './layout.ts'

/** A page that only says what happened and what to do. */
export const tell = (title: string, ...paragraphs: (Html | string)[]): Page => ({
  title,
  body: html`<h1>${title}</h1>${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}`,
})

export const notFoundPage: Page = tell(
  'There is nothing here',
  'The address may have been cut when it was copied, or what it led to is gone. Open the link from your mail again, or ask the person who gave it to you.',
  html`<a href="/">Go to your Groups</a>, or <a href="/invited">get your invitation again</a>.`,
)

export const wentWrongPage: Page = tell(
  'This did not work',
  'The service could not finish what you asked for. Nothing of it was kept. Try again in a moment; if it stays so, tell the people who run this service.',
)

export const notFromHerePage: Page = tell(
  'Nothing was done',
  'This came from a page of another site, or your browser did not say where it came from. Go back, reload the page and press the button again.',
)

export const flowExpiredPage: Page = tell(
  'This sign-in has expired',
  'It was waiting too long, or was finished already. Close this window and start again from the extension.',
)

export const busyPage: Page = tell(
  'The service is busy',
  'It could not get to what you asked for, and nothing of it was done. Reload the page in a moment.',
)

export const tooLargePage: Page = tell(
  'That was more than fits',
  'What was sent is longer than this form takes. Go back and send less of it.',
)
