import { randomUUID } from 'node:crypto'
import type { CallInput, PersonToInvite } from '../../lib/contract/index.ts'

/** A send as it is asked for, in its own batch and under a key of its own. */
export const newSend = (
  { id }: { readonly id: string },
  people: readonly PersonToInvite[],
  origin: 'roster' | 'manual' = 'roster',
): CallInput<'invitations.send'> => ({
  groupId: id,
  key: randomUUID(),
  batch: randomUUID(),
  origin,
  people: [...people],
})
