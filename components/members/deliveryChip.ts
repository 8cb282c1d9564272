import { Check, Clock, Inbox, type LucideIcon, MailOpen, MailWarning, Send, TimerReset } from 'lucide-react'
import type { MemberRow } from '../../lib/contract/schemas.ts'
import type { MessageKey } from '../../lib/words.ts'
import type { Tone } from '../kit/Chip.tsx'

interface DeliveryWords {
  readonly icon: LucideIcon
  readonly tone: Tone
  readonly word: MessageKey
  readonly why: MessageKey
}

/** How far a mail has come. */
export const deliveryWords: Readonly<Record<MemberRow['delivery'], DeliveryWords>> = {
  held: { icon: TimerReset, tone: 'plain', word: 'deliveryHeld', why: 'deliveryHeldWhy' },
  queued: { icon: Clock, tone: 'plain', word: 'deliveryQueued', why: 'deliveryQueuedWhy' },
  sent: { icon: Send, tone: 'accent', word: 'deliverySent', why: 'deliverySentWhy' },
  kept: { icon: Inbox, tone: 'attention', word: 'deliveryKept', why: 'deliveryKeptWhy' },
  bounced: { icon: MailWarning, tone: 'bad', word: 'deliveryBounced', why: 'deliveryBouncedWhy' },
  none: { icon: Clock, tone: 'plain', word: 'deliveryNone', why: 'deliveryNoneWhy' },
}

/** Where somebody is: in, or how far their invitation has come. */
export const deliveryChip = ({ state, delivery, opened }: MemberRow): DeliveryWords => {
  if (state === 'accepted') return { icon: Check, tone: 'good', word: 'stateAccepted', why: 'stateAcceptedWhy' }
  if (opened) return { icon: MailOpen, tone: 'accent', word: 'deliveryOpened', why: 'deliveryOpenedWhy' }
  return deliveryWords[delivery]
}
