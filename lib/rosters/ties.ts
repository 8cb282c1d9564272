import type { CallService } from '../contract/calls.ts'
import { CallProblem, passing } from '../contract/errors.ts'

/** A course and the Group that its first send went into. */
export interface Tie {
  readonly groupId: string
  readonly site: string
  readonly course: string
  readonly name: string
  readonly lms?: string
}

export interface Ties {
  /** Keeps a tie until the service has answered for it. */
  add(tie: Tie): Promise<void>
  /** Tells the service what is kept. */
  settle(): Promise<void>
}

interface TiePorts {
  /** What is still to be told to the service. */
  readonly item: {
    get(): Promise<readonly Tie[]>
    update(change: (now: Tie[]) => Tie[]): Promise<unknown>
  }
  readonly call: CallService
}

const isSame = (a: Tie, b: Tie) => a.groupId === b.groupId && a.site === b.site && a.course === b.course

/**
 * Links a course with the Group that its people are sent into, once: what somebody linked before stays as it is. A tie is
 * stored until the service has answered for it, so a worker that ends, or a network that drops, loses none.
 */
export const createTies = ({ item, call }: TiePorts): Ties => {
  const make = async ({ groupId, ...course }: Tie) => {
    const { site, course: id } = course
    if ((await call('rosters.find', { site, course: id })).links.length > 0) return
    if ((await call('rosters.get', { groupId })).link) return
    await call('rosters.link', { groupId, ...course })
  }
  const settle = async () => {
    for (const tie of await item.get()) {
      try {
        await make(tie)
      } catch (problem) {
        // What may pass is tried when there is next something to do; a refusal is an answer.
        if (problem instanceof CallProblem && (passing.has(problem.code) || problem.code === 'signedOut')) return
      }
      await item.update((ties) => ties.filter((one) => !isSame(one, tie)))
    }
  }
  return {
    settle,
    add: async (tie) => {
      await item.update((ties) => [...ties.filter((one) => !isSame(one, tie)), tie])
    },
  }
}
