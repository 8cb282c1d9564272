import { CallProblem } from '../lib/contract/errors.ts'

/** What a refusal already says to the person; a report of it would help nobody. */
const plain: ReadonlySet<string> = new Set([
  'badName',
  'signedOut',
  'notAllowed',
  'lastOwner',
  'archived',
  'notAlone',
  'notConfirmed',
])

/**
 * What whoever runs the service needs to look into a problem, as text to be sent to them; undefined where there is nothing to
 * look into. No names, no addresses, no page: the code, when, and what program.
 */
export const reportOf = (problem: unknown, about: string, now: Date): string | undefined => {
  const code = problem instanceof CallProblem ? problem.code : 'internal'
  if (plain.has(code)) return undefined
  const kind = problem instanceof CallProblem ? '' : ` (${problem instanceof Error ? problem.name : typeof problem})`
  return [`Rollcall: ${code}${kind}`, `When: ${now.toISOString()}`, `Program: ${about}`].join('\n')
}
