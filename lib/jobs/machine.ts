import type { CallProblem } from '../contract/errors.ts'
import type { SendAnswer } from '../contract/schemas.ts'
import type { JobChunk, RefuseReason, SendJob, WaitReason } from './job.ts'

/** How a job goes from one state to the next. Nothing here waits, stores or asks; times are milliseconds since 1970. */

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 60_000
/** How long a finished job's people and outcomes are kept for its own instructor to look at. */
const KEPT = 24 * 60 * 60 * 1000
/** Between the last moment of Undo and what cannot be undone. */
const AFTER_UNDO = 1_000
/** So often is it tried to take people out of the Group they leave. */
const MAX_TRIES_TO_LEAVE = 20

const iso = (at: number) => new Date(at).toISOString()

/** The service answered for the job's next chunk. */
export const acknowledged = (job: SendJob, chunk: JobChunk, answer: SendAnswer, now: number): SendJob => {
  const counts = { ...job.counts }
  for (const { outcome } of answer.outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  const done = job.acknowledged + 1 >= job.chunks
  return {
    ...standing(job),
    acknowledged: job.acknowledged + 1,
    sent: job.sent + chunk.people.length,
    counts,
    heldUntil: later(job.heldUntil, answer.heldUntil),
    state: done ? 'done' : 'running',
    ...(done && { finishedAt: iso(now) }),
  }
}

const later = (one: string | undefined, other: string) => (one && Date.parse(one) > Date.parse(other) ? one : other)

/** The job without what only a job that stands still has. */
const standing = ({ waitingFor, nextTryAt, refused, ...job }: SendJob): SendJob => ({ ...job, tries: 0 })

const waits: Partial<Record<CallProblem['code'], WaitReason>> = {
  signedOut: 'signedOut',
  unreachable: 'unreachable',
  slow: 'slow',
  notTheService: 'notTheService',
  busy: 'busy',
  tooMany: 'busy',
  internal: 'busy',
}

const refusals: Partial<Record<CallProblem['code'], RefuseReason>> = {
  notAllowed: 'notAllowed',
  notFound: 'notFound',
  keyReused: 'keyReused',
  tooLarge: 'tooLarge',
  versionMismatch: 'versionMismatch',
}

/** What is to be waited for before it is tried again, if that may help. */
export const waitsFor = ({ code }: Pick<CallProblem, 'code'>): WaitReason | undefined => waits[code]

const waitAfter = (tries: number, retryAfter: number) =>
  Math.max(Math.min(FIRST_WAIT * 2 ** tries, LONGEST_WAIT), retryAfter * 1000)

/** The job's next chunk was not acknowledged. What may pass is tried again, later each time; the rest is a refusal. */
export const failed = (
  job: SendJob,
  { code, retryAfter = 0 }: Pick<CallProblem, 'code' | 'retryAfter'>,
  now: number,
): SendJob => {
  const waitingFor = waits[code]
  const tries = job.tries + 1
  if (!waitingFor) return { ...standing(job), state: 'refused', refused: refusals[code] ?? 'notUnderstood', tries }
  // A sign-in is something only the person can do.
  if (waitingFor === 'signedOut') return { ...standing(job), state: 'waiting', waitingFor, tries }
  return { ...job, state: 'waiting', waitingFor, nextTryAt: iso(now + waitAfter(job.tries, retryAfter)), tries }
}

/** When the people who leave another Group with a finished job have to; null: nobody does, or they did. */
const leavesAt = ({ state, leaving, left, putAway, heldUntil, nextTryAt }: SendJob): number | null => {
  if (state !== 'done' || !leaving || left !== undefined) return null
  if (nextTryAt) return Date.parse(nextTryAt)
  // Put away: nobody can press Undo any more.
  return heldUntil === undefined || putAway ? 0 : Date.parse(heldUntil) + AFTER_UNDO
}

/** Whether somebody has still to leave another Group. */
export const isLeaving = (job: SendJob): boolean => leavesAt(job) !== null

export const mustLeave = (job: SendJob, now: number): boolean => isBy(leavesAt(job), now)

/** So many are out of the Group they leave. */
export const hasLeft = (job: SendJob, left: number): SendJob => ({ ...standing(job), left })

/** It could not be done now; after many tries it is left undone. */
export const leavesLater = (job: SendJob, { retryAfter = 0 }: Pick<CallProblem, 'retryAfter'>, now: number): SendJob =>
  job.tries >= MAX_TRIES_TO_LEAVE
    ? hasLeft(job, 0)
    : { ...job, nextTryAt: iso(now + waitAfter(job.tries, retryAfter)), tries: job.tries + 1 }

/** On no screen any more. */
export const putAway = (job: SendJob): SendJob => ({ ...job, putAway: true })

/** The person asked to try again now, or signed in. */
export const again = (job: SendJob): SendJob =>
  job.state === 'waiting' || job.state === 'refused' ? { ...standing(job), state: 'running' } : job

export const takenBack = (job: SendJob, undone: { undone: number; tooLate: number }): SendJob =>
  job.state === 'done' ? { ...job, state: 'undone', undone } : job

/** A finished job's end was on a screen. */
export const seen = (job: SendJob, now: number): SendJob =>
  job.seenAt || isUnfinished(job) ? job : { ...job, seenAt: iso(now) }

/** Its end was told, or left untold because somebody saw it. */
export const told = (job: SendJob, now: number): SendJob =>
  job.toldAt || isUnfinished(job) ? job : { ...job, toldAt: iso(now) }

export const isUnfinished = ({ state }: SendJob): boolean => state === 'running' || state === 'waiting'

/** Every chunk was acknowledged, whether or not the send was taken back since. A refused job is neither this nor unfinished. */
export const wasSentWhole = ({ state }: SendJob): boolean => state === 'done' || state === 'undone'

/** Whether the job's next chunk may be sent now. */
const isDue = ({ state, nextTryAt }: SendJob, now: number): boolean =>
  state === 'running' || (state === 'waiting' && nextTryAt !== undefined && Date.parse(nextTryAt) <= now)

/** When a finished job and its people are to be deleted; null: never. A refused one is kept: its list was not sent. */
const keptUntil = (job: SendJob): number | null =>
  wasSentWhole(job) ? Date.parse(job.finishedAt ?? job.createdAt) + KEPT : null

const isBy = (at: number | null, now: number) => at !== null && at <= now

/** What is to be done now, of several things the first: a job is forgotten, its next chunk sent, or its people leave a Group. */
export const nextDeed = (
  jobs: readonly SendJob[],
  now: number,
): { readonly deed: 'forget' | 'send' | 'leave'; readonly job: SendJob } | null => {
  const over = jobs.find((job) => isBy(keptUntil(job), now) || (job.putAway && !isLeaving(job)))
  if (over) return { deed: 'forget', job: over }
  const due = jobs.find((job) => isDue(job, now))
  if (due) return { deed: 'send', job: due }
  const leaver = jobs.find((job) => mustLeave(job, now))
  return leaver ? { deed: 'leave', job: leaver } : null
}

/** When there is next something to do by itself, if ever. */
export const nextWake = (jobs: readonly SendJob[]): number | null => {
  const times = jobs.flatMap((job) => {
    const waits = job.state === 'waiting' && job.nextTryAt ? Date.parse(job.nextTryAt) : null
    return leavesAt(job) ?? waits ?? keptUntil(job) ?? []
  })
  return times.length > 0 ? Math.min(...times) : null
}
