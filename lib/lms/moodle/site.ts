import type { ReadContext } from '../adapter.ts'
import { type Ask, createAsk } from '../reading/ask.ts'
import { askParticipants, type Participants } from './participants.ts'

/** What every way of asking this site shares. */
export interface Site {
  /** `https://host/path`. */
  readonly base: string
  readonly courseId: string
  /** For the table's service. */
  readonly ask: Ask
  parse(html: string): Document
  /** The participants page as it is now; `page` counts from 0. */
  participants(page?: { readonly page: number; readonly length: number }): Promise<Participants>
}

/** Moodle fills every page up to its length; parsing what nobody stands in may not keep the page waiting. */
const emptyRows = /<tr class="emptyrow"[\s\S]*?<\/tr>/g

/** Null: there is no parser. */
export const createSite = (context: ReadContext): Site | null => {
  const { doc, page, url } = context
  const parser = doc.defaultView ? new doc.defaultView.DOMParser() : null
  if (!parser) return null
  const base = `${url.origin}${page.root}`
  const askPage = createAsk(context, { headers: { Accept: 'text/html' }, expect: 'page' })
  const parse = (html: string) => parser.parseFromString(html.replace(emptyRows, ''), 'text/html')
  return {
    base,
    courseId: page.courseId,
    ask: createAsk(context, { headers: { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' } }),
    parse,
    participants: (one) =>
      askParticipants(
        askPage,
        parse,
        `${base}/user/index.php?id=${page.courseId}${one ? `&page=${one.page}&perpage=${one.length}` : ''}`,
      ),
  }
}
