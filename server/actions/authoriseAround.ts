import { CallProblem } from '../../lib/contract/errors.ts'
import { type Actor, type AuthorisedGroup, authoriseGroup } from '../policy.ts'
import type { Database } from '../store/open.ts'

/** The Group around one that somebody owns: they may not even see it, and what they asked about is there. `deed`: what they want to do. */
export const authoriseAround = async (
  tx: Database,
  actor: Actor,
  around: string,
  deed: string,
): Promise<AuthorisedGroup<'group.nest'>> => {
  try {
    return await authoriseGroup(tx, actor, 'group.nest', around)
  } catch (problem) {
    if (!(problem instanceof CallProblem) || problem.code === 'archived') throw problem
    throw new CallProblem('notAllowed', `Only an Owner of the Group around this one can ${deed}.`)
  }
}
