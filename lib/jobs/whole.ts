import type { SendJob } from './job.ts'

/** The sends that one press made, in the order in which they were started: into one Group, or into several. */
export const sendsOf = (job: SendJob, all: readonly SendJob[]): readonly [SendJob, ...SendJob[]] => {
  const [first, ...others] = job.together === undefined ? [] : all.filter(({ together }) => together === job.together)
  return first ? [first, ...others] : [job]
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

const addUp = (some: readonly SendJob['counts'][]): SendJob['counts'] => {
  const counts: Partial<Record<keyof SendJob['counts'], number>> = {}
  for (const one of some)
    for (const [kind, count] of Object.entries(one) as [keyof SendJob['counts'], number][])
      counts[kind] = (counts[kind] ?? 0) + count
  return counts
}

/** How several sends stand as one: under way while any of them is, refused or taken back only when all of them are. */
const stateOf = (sends: readonly SendJob[]): SendJob['state'] => {
  const has = (state: SendJob['state']) => sends.some((one) => one.state === state)
  return (['running', 'waiting', 'done', 'undone', 'refused'] as const).find(has) ?? 'done'
}

/** Several sends as one, under the name given. The mails of the first to leave leave first: Undo is whole until then. */
export const wholeOf = (sends: readonly [SendJob, ...SendJob[]], groupName: string): SendJob => {
  const [first, ...others] = sends
  if (others.length === 0) return first
  const { waitingFor: _, nextTryAt: _1, refused: _2, heldUntil: _3, undone: _4, ...head } = first
  const state = stateOf(sends)
  const waiting = state === 'waiting' ? sends.find((one) => one.state === 'waiting') : undefined
  const refused = state === 'refused' ? first.refused : undefined
  const held = sends.flatMap(({ heldUntil }) => heldUntil ?? []).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]
  return {
    ...head,
    groupName,
    state,
    total: sum(sends.map(({ total }) => total)),
    sent: sum(sends.map(({ sent }) => sent)),
    counts: addUp(sends.map(({ counts }) => counts)),
    ...(waiting?.waitingFor && { waitingFor: waiting.waitingFor }),
    ...(waiting?.nextTryAt && { nextTryAt: waiting.nextTryAt }),
    ...(refused && { refused }),
    ...(held && { heldUntil: held }),
    ...(state === 'undone' && {
      undone: {
        undone: sum(sends.map(({ undone }) => undone?.undone ?? 0)),
        tooLate: sum(sends.map(({ undone }) => undone?.tooLate ?? 0)),
      },
    }),
  }
}
