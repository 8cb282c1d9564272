import { type LucideIcon, MailCheck, PencilLine, RotateCcw, Send, UserMinus, UserPlus } from 'lucide-react'
import type { MessageKey, PluralKey, Say } from '../../lib/words.ts'
import type { ActKind, Outcomes } from './acts.ts'

export const actWords: Readonly<Record<Exclude<ActKind, 'role'>, { word: MessageKey; icon: LucideIcon }>> = {
  remove: { word: 'actRemove', icon: UserMinus },
  restore: { word: 'actRestore', icon: UserPlus },
  remind: { word: 'actRemind', icon: Send },
  revoke: { word: 'actRevoke', icon: RotateCcw },
  renew: { word: 'actRenew', icon: MailCheck },
  readdress: { word: 'actReaddress', icon: PencilLine },
}

/** The service's outcomes, in the order in which they matter. */
const outcomeWords: Readonly<Record<string, PluralKey>> = {
  changed: 'didRole',
  removed: 'didRemove',
  restored: 'didRestore',
  sent: 'didRemind',
  reminded: 'didRemind',
  revoked: 'didRevoke',
  renewed: 'didRenew',
  readdressed: 'didReaddress',
  added: 'didAdd',
  same: 'didSame',
  tooSoon: 'didTooSoon',
  enough: 'didEnough',
  notMailed: 'didNotMail',
  lastOwner: 'didLastOwner',
  inherited: 'didInherited',
  member: 'didMember',
  pending: 'didPending',
  roleDiffers: 'didMember',
  offDomain: 'didOffDomain',
  invalid: 'didNoAddress',
  notPending: 'didNotPending',
  notHere: 'didNotHere',
}

/** What was done, and with whom not, and why: one sentence each. */
export const outcomeSentences = (say: Say, outcomes: Outcomes, changed: string | undefined): readonly string[] =>
  Object.entries(outcomeWords).flatMap(([outcome, key]) => {
    // "Removed" is a deed, and the reason why somebody is not invited again.
    const word = outcome === 'removed' && changed === 'renew' ? 'didRemovedBefore' : key
    const count = outcomes.get(outcome)
    return count ? [say.count(word, count)] : []
  })
