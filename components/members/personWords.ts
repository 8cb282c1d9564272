import type { DeliveryProblem, MemberRow } from '../../lib/contract/schemas.ts'
import type { MessageKey, Say } from '../../lib/words.ts'

const origins = { roster: 'originRoster', manual: 'originManual', link: 'originLink' } as const

/** How somebody came into the Group. */
export const originWords = (say: Say, { origin, from }: MemberRow): string => {
  if (origin !== 'inherited') return say(origins[origin])
  return from ? say('originGroup', from.name) : say('originWorkspace')
}

/** Why a mail did not arrive, and what now. */
export const problemWord: Readonly<Record<DeliveryProblem, MessageKey>> = {
  noSuchAddress: 'mailNoSuchAddress',
  mailboxFull: 'mailMailboxFull',
  refused: 'mailRefused',
  complained: 'mailComplained',
  blocked: 'mailBlocked',
  failed: 'mailFailed',
}
