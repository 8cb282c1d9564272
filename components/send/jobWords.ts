import type { RefuseReason, WaitReason } from '../../lib/jobs/job.ts'
import type { MessageKey } from '../../lib/words.ts'

type WhatNow = readonly [what: MessageKey, now: MessageKey]

/** Why a send stands still, and what can be done. */
export const waitWords: Readonly<Record<WaitReason, WhatNow>> = {
  signedOut: ['waitSignedOut', 'waitSignedOutNow'],
  unreachable: ['problemUnreachable', 'waitUnreachableNow'],
  slow: ['problemSlow', 'waitSlowNow'],
  notTheService: ['problemNotTheService', 'problemNotTheServiceNow'],
  busy: ['problemBusy', 'waitBusyNow'],
}

/** Why a send ended without reaching everybody. */
export const refuseWords: Readonly<Record<RefuseReason, WhatNow>> = {
  notAllowed: ['refusedNotAllowed', 'refusedNotAllowedNow'],
  notFound: ['refusedNotFound', 'refusedNotFoundNow'],
  notUnderstood: ['problemNotUnderstood', 'problemNotUnderstoodNow'],
  keyReused: ['problemInternal', 'refusedAgainNow'],
  tooLarge: ['problemTooLarge', 'problemTooLargeNow'],
  versionMismatch: ['problemVersionMismatch', 'problemVersionMismatchNow'],
}
