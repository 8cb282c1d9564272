import { CallProblem } from '../lib/contract/errors.ts'
import type { MessageKey, Say } from '../lib/words.ts'

/** What happened, and what the person can do about it. */
export interface ProblemWords {
  readonly what: string
  readonly now: string
}

type Code = CallProblem['code']

const words: Readonly<Record<Code, readonly [what: MessageKey, now: MessageKey]>> = {
  notUnderstood: ['problemNotUnderstood', 'problemNotUnderstoodNow'],
  badName: ['problemBadName', 'problemBadNameNow'],
  signedOut: ['problemSignedOut', 'problemSignedOutNow'],
  notAllowed: ['problemNotAllowed', 'problemNotAllowedNow'],
  notFound: ['problemNotFound', 'problemNotFoundNow'],
  keyReused: ['problemInternal', 'problemInternalNow'],
  lastOwner: ['problemLastOwner', 'problemLastOwnerNow'],
  inherited: ['problemInherited', 'problemInheritedNow'],
  archived: ['problemArchived', 'problemArchivedNow'],
  parentClosed: ['problemParentClosed', 'problemParentClosedNow'],
  insideItself: ['problemInsideItself', 'problemInsideItselfNow'],
  tooDeep: ['problemTooDeep', 'problemTooDeepNow'],
  notAlone: ['problemNotAlone', 'problemNotAloneNow'],
  notConfirmed: ['problemNotConfirmed', 'problemNotConfirmedNow'],
  incomplete: ['problemIncomplete', 'problemIncompleteNow'],
  shrinks: ['problemShrinks', 'problemShrinksNow'],
  overQuota: ['problemOverQuota', 'problemOverQuotaNow'],
  tooLarge: ['problemTooLarge', 'problemTooLargeNow'],
  tooMany: ['problemTooMany', 'problemTooManyNow'],
  busy: ['problemBusy', 'problemBusyNow'],
  internal: ['problemInternal', 'problemInternalNow'],
  unreachable: ['problemUnreachable', 'problemUnreachableNow'],
  slow: ['problemSlow', 'problemSlowNow'],
  notTheService: ['problemNotTheService', 'problemNotTheServiceNow'],
  versionMismatch: ['problemVersionMismatch', 'problemVersionMismatchNow'],
}

/** Said differently where the person just tried to sign in: `signedOut` then means that they closed the window. */
const signInWords: Partial<typeof words> = { signedOut: ['signInClosed', 'signInClosedNow'] }

export const problemWords = (say: Say, problem: unknown, during?: 'signIn'): ProblemWords => {
  const code: Code = problem instanceof CallProblem ? problem.code : 'internal'
  const [what, now] = (during === 'signIn' ? signInWords[code] : undefined) ?? words[code]
  return { what: say(what), now: say(now) }
}
