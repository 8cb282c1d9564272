import { cleanName } from '../../people/cleanName.ts'
import type { Ask } from '../reading/ask.ts'
import { nextLink } from '../reading/nextLink.ts'
import { type Fields, fields, list, word } from '../reading/values.ts'

/** Thousands of sections: nobody's course has more. */
const MOST_PAGES = 20

/** A course's sections by id, from the page's ENV and from the API (canvas-lms `sections_controller.rb`); what is refused is left out. */
export const sectionNames = async (ask: Ask, course: string, env: Fields): Promise<Map<string, string>> => {
  const names = new Map<string, string>()
  const note = (told: unknown) => {
    for (const { id, name } of list(told).map(fields)) names.set(word(id), cleanName(word(name)))
  }
  // Every one, those that are over among them; `CONCLUDED_SECTIONS` has no names.
  note(env.SECTIONS)
  const { origin } = new URL(course)
  const seen = new Set<string>()
  let next: string | null = `${course}/sections?per_page=100`
  while (next && new URL(next).origin === origin && !seen.has(next) && seen.size < MOST_PAGES) {
    seen.add(next)
    const reply = await ask(next)
    const body = reply.ok ? await reply.body : reply
    if (!reply.ok || !body.ok) break
    note(body.value)
    const link = nextLink(reply.headers.get('link'))
    next = link && URL.canParse(link, next) ? new URL(link, next).href : null
  }
  return names
}
