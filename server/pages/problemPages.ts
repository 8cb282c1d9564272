import { html } from 'hono/html'
import type { Phrase } from '../words/say.ts'
import type { Draw, Page } from './layout.ts'
import type { Html } from './own.ts'
import { link } from './parts.ts'

/** A page that only says what happened and what to do. */
export const tell = (title: string, ...paragraphs: (Html | string)[]): Page => ({
  title,
  body: html`<h1>${title}</h1>${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}`,
})

const plain =
  (title: Phrase, why: Phrase): Draw =>
  (say) =>
    tell(say.text(title), say(why))

export const notFoundPage: Draw = (say) =>
  tell(
    say.text('notFound.title'),
    say('notFound.why'),
    say('notFound.now', {
      groups: link('/', say('groups.go')),
      again: link('/invited', say('notFound.again')),
    }),
  )

/** Somebody would come in, and the Workspace has as many people as it may have. */
export const fullPage =
  (workspace: string): Draw =>
  (say) =>
    tell(say.text('full.title'), say('full.why', { workspace }))

export const wentWrongPage = plain('wrong.title', 'wrong.why')
export const notFromHerePage = plain('notFromHere.title', 'notFromHere.why')
export const flowExpiredPage = plain('flow.title', 'flow.why')
export const busyPage = plain('busy.title', 'busy.why')
export const tooLargePage = plain('tooLarge.title', 'tooLarge.why')
