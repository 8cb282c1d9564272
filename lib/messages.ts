import * as z from 'zod/mini'
import type { CallName } from './contract/calls.ts'
import { calls } from './contract/calls.ts'
import { Id, PersonToInvite } from './contract/schemas.ts'
import type { RosterState } from './lms/roster.ts'
import type { Look } from './look.ts'
import { LeavingPeople } from './storage/jobSchemas.ts'
import type { Catalogue } from './words.ts'

/**
 * Every message inside the extension, in one table: who may send it and what it carries. Answers are typed in
 * MessageAnswers. `page`: our own popup, panel and options; `content`: the content script, which is only believed
 * about its own tab (what the browser says of the sender is proof; what the message says is a claim).
 * `roster.*` go to a tab's content script, everything else to the background.
 */
export const messages = {
  /** One call of the contract, made by the background with the account's token. */
  call: {
    from: 'page',
    to: 'background',
    input: z.object({
      name: z.enum(Object.keys(calls) as [CallName, ...CallName[]]),
      input: z.record(z.string(), z.unknown()),
    }),
  },
  account: { from: 'page', to: 'background', input: z.object({ act: z.enum(['get', 'signIn', 'signOut']) }) },
  'job.start': {
    from: 'page',
    to: 'background',
    input: z.object({
      groupId: Id,
      groupName: z.string(),
      origin: z.enum(['roster', 'manual']),
      courseKey: z.optional(z.string()),
      course: z.optional(
        z.object({ site: z.string(), course: z.string(), name: z.string(), lms: z.optional(z.string()) }),
      ),
      together: z.optional(Id),
      leaving: z.optional(LeavingPeople),
      people: z.array(PersonToInvite).check(z.minLength(1)),
    }),
  },
  'job.act': {
    from: 'page',
    to: 'background',
    input: z.object({ jobId: Id, act: z.enum(['retry', 'undo', 'seen', 'dismiss']) }),
  },
  /** A content script asks for a panel; the answer is an address, and a ticket that works once, in its own tab. */
  'panel.open': { from: 'content', to: 'background', input: z.object({}) },
  /** The panel shows that it was opened by a content script, and not framed by a page. */
  'panel.claim': { from: 'page', to: 'background', input: z.object({ ticket: z.string().check(z.maxLength(64)) }) },
  /** The state of the tab's roster; `read` starts reading, progress follows as `roster.changed`. */
  'roster.get': { from: 'page', to: 'content', input: z.object({ read: z.boolean() }) },
  /** Scrolls the tab's list to its end, so that everybody is read; it may be stopped. Progress follows as `roster.changed`. */
  'roster.grow': { from: 'page', to: 'content', input: z.object({ act: z.enum(['start', 'stop']) }) },
  /** A roster that was read is shown in the tab, or is not any more; the answer is what the button beside it says. */
  'roster.shown': { from: 'content', to: 'background', input: z.object({ here: z.boolean() }) },
  /** What the button beside a tab's roster says from now on; '': what it says by itself. */
  'roster.words': {
    from: 'page',
    to: 'content',
    input: z.object({ words: z.string(), quiet: z.boolean(), language: z.string() }),
  },
  /** What is said on a page, in the language that was chosen on this computer. */
  'inpage.words': { from: 'content', to: 'background', input: z.object({}) },
  /** The page came back from where the browser keeps pages that were left; the answer is whether its site may still be read. */
  'page.back': { from: 'content', to: 'background', input: z.object({}) },
  'panel.close': { from: 'page', to: 'content', input: z.object({}) },
  /** The site is not granted any more: the script leaves its page as it was. */
  'page.leave': { from: 'page', to: 'content', input: z.object({}) },
  /** The content script tells open pages of ours that the roster's state changed; they ask again. */
  'roster.changed': { from: 'content', to: 'page', input: z.object({}) },
} as const satisfies Record<
  string,
  { from: 'page' | 'content'; to: 'background' | 'content' | 'page'; input: z.ZodMiniType }
>

export type MessageName = keyof typeof messages
export type MessageInput<N extends MessageName> = z.input<(typeof messages)[N]['input']>
/** The input as the receiver gets it, read by its schema. */
export type MessageHeard<N extends MessageName> = z.output<(typeof messages)[N]['input']>

/** What a button says instead of its own words ('': nothing), and whether there is nothing to do. */
export interface ButtonWords {
  readonly words: string
  readonly quiet: boolean
}

/** The language that was chosen; the button asks for its words when it is another than before. */
interface Spoken {
  readonly language: Look['language']
}

/** What is answered. Where nothing is, storage tells the outcome: it is there for whoever looks, now or later. */
export interface MessageAnswers {
  /** The answer of the call that was named. */
  call: unknown
  /** Afterwards the stored account is up to date. */
  account: null
  'job.start': { jobId: string }
  'job.act': null
  /** Address for the panel's frame, and what it shows as proof. */
  'panel.open': { url: string; ticket: string }
  /** The tab that the panel stands in. */
  'panel.claim': { tabId: number }
  'roster.get': RosterState
  'roster.grow': null
  'roster.shown': ButtonWords & Spoken
  'roster.words': null
  /** No catalogue: the browser's own words are meant. */
  'inpage.words': Spoken & { catalogue: Catalogue | null }
  'page.back': boolean
  'panel.close': null
  'page.leave': null
  'roster.changed': null
}
