import type { PartialReason, ReadProblem, Roster, RosterState } from '../../lib/lms/roster.ts'
import type { MessageKey, Say } from '../../lib/words.ts'

type WhatNow = readonly [what: MessageKey, now: MessageKey]

/** Why there is no roster, and what to do. `$1` is the LMS. */
export const readWords: Readonly<Record<ReadProblem, WhatNow>> = {
  signedOut: ['readSignedOut', 'readSignedOutNow'],
  forbidden: ['readForbidden', 'readForbiddenNow'],
  throttled: ['readThrottled', 'readThrottledNow'],
  unreachable: ['readUnreachable', 'readUnreachableNow'],
  broken: ['readBroken', 'readBrokenNow'],
  notThere: ['readNotThere', 'readNotThereNow'],
  unreadable: ['readUnreadable', 'readUnreadableNow'],
  stopped: ['readStopped', 'readStoppedNow'],
}

/** Problems that reading again may cure. */
export const readAgainHelps: ReadonlySet<ReadProblem> = new Set([
  'signedOut',
  'throttled',
  'unreachable',
  'broken',
  'unreadable',
  'stopped',
])

export const partialWords: Readonly<Record<PartialReason, WhatNow>> = {
  rowsOnPage: ['partialRowsOnPage', 'partialRowsOnPageNow'],
  filtered: ['partialFiltered', 'partialFilteredNow'],
  ownSectionsOnly: ['partialOwnSections', 'partialOwnSectionsNow'],
  countsDiffer: ['partialCountsDiffer', 'partialCountsDifferNow'],
  maybeMore: ['partialMaybeMore', 'partialMaybeMoreNow'],
  mayHide: ['partialMayHide', 'partialMayHideNow'],
}

/** How many people, and whether they are all: the line below the course's name. */
export const countWords = (say: Say, { people, total, complete }: Roster): string => {
  if (complete) return say.count('peopleComplete', people.length)
  return total !== undefined && total > people.length
    ? say('peopleOf', people.length, total)
    : say.count('peopleMaybeMore', people.length)
}

/** The course of a roster's state, where the page has one. */
export const courseOf = (state: RosterState) =>
  state.kind === 'ready' ? state.roster.course : 'course' in state ? state.course : undefined
