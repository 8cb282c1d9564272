import { Ban, Clock, type LucideIcon, MailPlus, MailWarning, UserMinus, Users, XCircle } from 'lucide-react'
import type { CallInput } from '../../lib/contract/index.ts'
import type { MessageKey } from '../../lib/words.ts'

/** What a list of a Group's people is about. */
export type ListState = CallInput<'members.list'>['state']

interface StateWords {
  readonly name: MessageKey
  /** Said while there is nobody. */
  readonly nobody: MessageKey
  readonly nobodyNow: MessageKey
  readonly icon: LucideIcon
}

export const states: Readonly<Record<ListState, StateWords>> = {
  accepted: { name: 'stateAccepted', nobody: 'nobodyAccepted', nobodyNow: 'nobodyAcceptedNow', icon: Users },
  pending: { name: 'statePending', nobody: 'nobodyPending', nobodyNow: 'nobodyPendingNow', icon: MailPlus },
  bounced: { name: 'stateBounced', nobody: 'nobodyBounced', nobodyNow: 'nobodyBouncedNow', icon: MailWarning },
  expired: { name: 'stateExpired', nobody: 'nobodyExpired', nobodyNow: 'nobodyExpiredNow', icon: Clock },
  revoked: { name: 'stateRevoked', nobody: 'nobodyRevoked', nobodyNow: 'nobodyRevokedNow', icon: Ban },
  declined: { name: 'stateDeclined', nobody: 'nobodyDeclined', nobodyNow: 'nobodyDeclinedNow', icon: XCircle },
  removed: { name: 'stateRemoved', nobody: 'nobodyRemoved', nobodyNow: 'nobodyRemovedNow', icon: UserMinus },
}

/** Behind the two main labels. */
export const furtherStates = ['bounced', 'expired', 'revoked', 'declined', 'removed'] as const
