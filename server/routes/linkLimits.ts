import { CallProblem } from '../../lib/contract/errors.ts'
import type { LinkLimits } from '../../lib/contract/schemas.ts'

/** A link is ended by revoking it, not by an end in the past, which would be a mistake. */
export const toCome = ({ expiresAt, maxUses }: LinkLimits): LinkLimits => {
  if (expiresAt && Date.parse(expiresAt) <= Date.now())
    throw new CallProblem('notUnderstood', 'The day on which a link ends must be still to come.')
  return { expiresAt, maxUses }
}
