import {
  AtSign,
  Ban,
  CircleDashed,
  Clock,
  type LucideIcon,
  MailCheck,
  Shuffle,
  UserCheck,
  UserPlus,
  UserX,
} from 'lucide-react'
import type { MessageKey, PluralKey } from '../../lib/words.ts'
import type { Tone } from '../kit/Chip.tsx'
import type { SentKind } from './sentPeople.ts'

interface SentWords {
  readonly icon: LucideIcon
  readonly tone: Tone
  readonly word: MessageKey
  readonly count: PluralKey
}

/** What became of somebody, in an icon and a word; and of how many. */
export const sentWords: Readonly<Record<SentKind, SentWords>> = {
  notSent: { icon: CircleDashed, tone: 'plain', word: 'sentNot', count: 'sentNotCount' },
  invalid: { icon: AtSign, tone: 'attention', word: 'outcomeUnreadable', count: 'sentInvalidCount' },
  offDomain: { icon: Ban, tone: 'attention', word: 'sentOffDomain', count: 'sentOffDomainCount' },
  roleDiffers: { icon: Shuffle, tone: 'attention', word: 'sentRoleDiffers', count: 'sentRoleDiffersCount' },
  removed: { icon: UserX, tone: 'attention', word: 'sentRemoved', count: 'sentRemovedCount' },
  invited: { icon: MailCheck, tone: 'good', word: 'sentInvited', count: 'sentInvitedCount' },
  added: { icon: UserPlus, tone: 'good', word: 'sentAdded', count: 'sentAddedCount' },
  pending: { icon: Clock, tone: 'plain', word: 'sentPending', count: 'sentPendingCount' },
  member: { icon: UserCheck, tone: 'plain', word: 'sentMember', count: 'sentMemberCount' },
}
