import type { Ask, Refusal } from '../reading/ask.ts'
import { fields, list as listOf } from '../reading/values.ts'

/** No course has so many hundreds of people: a list that goes on is a list that does not end. */
const MOST_PAGES = 1000

/** Either the entries of a page, or why there are none. */
type Page =
  | { readonly ok: true; readonly entries: readonly unknown[]; readonly next: string | null }
  | { readonly ok: false; readonly refusal: Refusal }

/** Asks for pages of one list, each once. */
export type AskPage = (url: string) => Promise<Page>

/**
 * Where `paging.nextPage` leads: a path on this site to the same list. `null`: there is no more; `undefined`: it leads elsewhere.
 * What the first page was asked with is asked again where the link has lost it.
 */
const nextOf = (told: unknown, url: string): string | null | undefined => {
  if (told === undefined || told === null || told === '') return null
  if (typeof told !== 'string' || !/^\/(?![/\\])/.test(told) || !URL.canParse(told, url)) return undefined
  const [here, next] = [new URL(url), new URL(told, url)]
  if (next.origin !== here.origin || next.pathname !== here.pathname) return undefined
  for (const name of ['expand', 'fields', 'membershipAvailable']) {
    const value = here.searchParams.get(name)
    if (value && !next.searchParams.has(name)) next.searchParams.set(name, value)
  }
  return next.href
}

export const createPages = (ask: Ask): AskPage => {
  const seen = new Set<string>()
  return async (url) => {
    if (seen.has(url) || seen.size === MOST_PAGES) return { ok: false, refusal: 'broken' }
    seen.add(url)
    const reply = await ask(url)
    if (!reply.ok) return reply
    const body = await reply.body
    if (!body.ok) return body
    const { results, paging } = fields(body.value)
    const next = nextOf(fields(paging).nextPage, url)
    if (!Array.isArray(results) || next === undefined) return { ok: false, refusal: 'broken' }
    return { ok: true, entries: listOf(results), next }
  }
}
