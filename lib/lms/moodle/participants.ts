import type { Ask, Refusal } from '../reading/ask.ts'
import { attr } from '../reading/text.ts'
import type { ReadProblem } from '../roster.ts'
import { sessionKey } from './config.ts'

/** The participants page as it is now: who is reading, and whether they may. */
export type Participants =
  | { readonly kind: 'page'; readonly doc: Document; readonly key: string }
  | { readonly kind: 'signedOut' }
  /** Moodle's own page, but without the list. */
  | { readonly kind: 'forbidden' }
  /** A page that is not Moodle's. */
  | { readonly kind: 'strange' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** What sites in front of Moodle, and its own plug-ins, call the way in. */
const signInPath = /\/(?:login|auth|saml2?|sso|oauth2|oidc|cas|shibboleth\.sso|idp)\//i

const wantsSignIn = (doc: Document, path: string): boolean =>
  /^page-login/.test(doc.body.id) ||
  doc.body.classList.contains('notloggedin') ||
  signInPath.test(path) ||
  !!doc.querySelector('input[type="password"]')

/** Asks for a participants page. `ask` is for pages. */
export const askParticipants = async (
  ask: Ask,
  parse: (html: string) => Document,
  address: string,
): Promise<Participants> => {
  const reply = await ask(address)
  const body = reply.ok ? await reply.body : reply
  if (!reply.ok || !body.ok) return refused(body.ok ? 'broken' : body.refusal, ask, address)
  const text = String(body.value)
  const doc = parse(text)
  if (doc.querySelector('#participantsform, #participants')) {
    // Cut short on its way, it would look like a list that ends.
    return /<\/html\s*>/i.test(text)
      ? { kind: 'page', doc, key: sessionKey(doc) }
      : { kind: 'refused', refusal: 'broken' }
  }
  if (wantsSignIn(doc, new URL(reply.url).pathname)) return { kind: 'signedOut' }
  // To enrol, or that one has to be in a group first.
  return { kind: attr(doc.body, 'id').startsWith('page-') ? 'forbidden' : 'strange' }
}

const refused = async (refusal: Refusal, ask: Ask, address: string): Promise<Participants> => {
  // Moodle says "not found" to those who may not see the list.
  if (refusal === 'notFound' || refusal === 'forbidden') return { kind: 'forbidden' }
  if (refusal === 'unauthorized') return { kind: 'signedOut' }
  if (refusal === 'notJson' || refusal === 'notUnderstood') return { kind: 'strange' }
  if (refusal !== 'unreachable') return { kind: 'refused', refusal }
  // A sign-in on another origin, which a script cannot follow, looks like no answer at all.
  const unfollowed = await ask(address, { redirect: 'manual' })
  return unfollowed.ok || unfollowed.refusal !== 'notJson' ? { kind: 'refused', refusal } : { kind: 'signedOut' }
}

/** What it means for the reader that the page did not come. */
export const problemIn = (now: Exclude<Participants, { kind: 'page' }>): ReadProblem => {
  if (now.kind === 'strange') return 'notThere'
  if (now.kind !== 'refused') return now.kind
  return now.refusal === 'throttled' || now.refusal === 'stopped' || now.refusal === 'unreachable'
    ? now.refusal
    : 'broken'
}
