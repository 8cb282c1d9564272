import {
  AtSign,
  CircleHelp,
  Clock,
  Globe,
  LogIn,
  type LucideIcon,
  MailX,
  Shuffle,
  SpellCheck,
  UserCheck,
  UserMinus,
  UserPlus,
  UserRound,
  UserX,
} from 'lucide-react'
import { type Doubt, type ForecastRow, isLower } from '../../lib/people/forecast.ts'
import type { Say } from '../../lib/words.ts'
import type { Tone } from '../kit/Chip.tsx'
import { roleName } from '../roleWords.ts'

interface ChipWords {
  readonly icon: LucideIcon
  readonly tone: Tone
  readonly word: string
  readonly title?: string
}

const doubts: Readonly<Record<Doubt, (say: Say) => ChipWords>> = {
  you: (say) => ({ icon: UserRound, tone: 'plain', word: say('doubtYou') }),
  removed: (say) => ({ icon: UserMinus, tone: 'attention', word: say('doubtRemoved'), title: say('doubtRemovedWhy') }),
  concluded: (say) => ({ icon: UserMinus, tone: 'attention', word: say('doubtConcluded') }),
  inactive: (say) => ({ icon: UserMinus, tone: 'attention', word: say('doubtInactive') }),
  login: (say) => ({ icon: LogIn, tone: 'attention', word: say('doubtLogin'), title: say('doubtLoginWhy') }),
  rule: (say) => ({ icon: LogIn, tone: 'attention', word: say('doubtRule'), title: say('doubtRuleWhy') }),
  slip: (say) => ({ icon: SpellCheck, tone: 'attention', word: say('doubtSlip'), title: say('doubtSlipWhy') }),
  outside: (say) => ({ icon: Globe, tone: 'attention', word: say('doubtOutside'), title: say('doubtOutsideWhy') }),
}

/** What Send does to this person, in an icon and a word or two. */
export const outcomeChip = (say: Say, row: ForecastRow): ChipWords => {
  if (row.doubt) return doubts[row.doubt](say)
  switch (row.kind) {
    case 'new':
      return { icon: UserPlus, tone: 'accent', word: say('outcomeNew') }
    case 'unchecked':
      return { icon: CircleHelp, tone: 'plain', word: say('outcomeUnchecked') }
    case 'noAddress':
      return { icon: MailX, tone: 'attention', word: say('outcomeNoAddress') }
    case 'unreadable':
      return { icon: AtSign, tone: 'attention', word: say('outcomeUnreadable') }
    case 'roleDiffers':
      return {
        icon: Shuffle,
        tone: 'attention',
        ...differing(say, row),
      }
    case 'pending':
      return {
        icon: Clock,
        tone: 'plain',
        word: row.has ? say('outcomePendingSince', say.day(row.has.since)) : say('outcomePending'),
        ...(row.has ? { title: say.when(row.has.since) } : {}),
      }
    case 'member':
      return { icon: UserCheck, tone: 'good', word: say('outcomeMember') }
    case 'gone':
      return {
        icon: UserX,
        tone: 'attention',
        word: say('outcomeGone'),
        title: say(row.has?.id === undefined ? 'outcomeGoneUnsure' : 'outcomeGoneWhy'),
      }
  }
}

/** The role somebody has, and what it takes to give them the roster's. */
const differing = (say: Say, row: ForecastRow): Pick<ChipWords, 'word' | 'title'> => {
  const { has, role } = row
  const had = has ? say(roleName[has.role]) : ''
  const why = () => {
    if (has?.id === undefined) return say('outcomeRoleDiffersWhy')
    return say(isLower(row) ? 'outcomeRoleFalls' : 'outcomeRoleRises', had, say(roleName[role]))
  }
  return { word: say(has?.state === 'pending' ? 'outcomeInvitedAs' : 'outcomeRoleDiffers', had), title: why() }
}
