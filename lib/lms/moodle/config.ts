import { attr } from '../reading/text.ts'
import { type Fields, fields, word } from '../reading/values.ts'

/** What JSON in an attribute or a script says; null where it is none. */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** `M.cfg = {…};` of the inline script that every page of Moodle carries, to be read key by key; empty where there is none. */
const configOf = (doc: Document): Fields => {
  for (const { text } of doc.scripts) {
    const [, json] = /\bM\.cfg\s*=\s*(\{.*?\});/.exec(text) ?? []
    if (json) return fields(jsonIn(json))
  }
  return {}
}

/** The key that Moodle wants with every call, besides the cookie; '' where the page has none. */
export const sessionKey = (doc: Document): string =>
  word(configOf(doc).sesskey) ||
  attr(doc.querySelector('#participantsform input[name="sesskey"]'), 'value') ||
  (/[?&]sesskey=(\w+)/.exec(attr(doc.querySelector('a[href*="/login/logout.php?sesskey="]'), 'href'))?.[1] ?? '')

/** The user id of whoever the page is shown to; '' where it does not say. */
export const readerOn = (doc: Document): string =>
  word(configOf(doc).userId) || attr(doc.querySelector('[data-region="popover-region"][data-userid]'), 'data-userid')
