import type { Roster } from '../../lib/lms/roster.ts'
import type { AddressRule } from '../../lib/people/addressRule.ts'
import type { MessageKey, Say } from '../../lib/words.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useServices } from '../services.ts'
import type { AddressCounts } from './addressCounts.ts'

interface Props {
  readonly roster: Roster
  readonly counts: AddressCounts
  /** Login ids that are addresses and not ticked yet. */
  readonly logins: number
  readonly rule: AddressRule | undefined
  readonly onShareLink: () => void
  readonly onLogins: () => void
  readonly onRule: () => void
}

const ruleWords = (say: Say, key: 'withoutAddressRule' | 'ruleUsed', { domain, holds, against }: AddressRule) =>
  [say(key, say('ruleForm', domain), holds, holds + against), ...(against > 0 ? [say('ruleInDoubt')] : [])].join(' ')

const why = ({ addressesHidden, addressesFolded, addressesPrivate }: Roster): MessageKey => {
  if (addressesFolded) return 'addressesFolded'
  return addressesHidden ? 'addressesHidden' : addressesPrivate ? 'addressesPrivate' : 'addressesMissing'
}

/** Many have no address: why, how many have one, and the ways on: the link, login ids, a rule that the others bear out. */
export const NoAddressNotice = ({ roster, counts, logins, rule, onShareLink, onLogins, onRule }: Props) => {
  const { say } = useServices()
  const { shown, all } = counts
  return (
    <Notice
      tone="attention"
      title={say(why(roster), roster.course.lmsLabel)}
      actions={
        <>
          <Button small onClick={onShareLink}>
            {say(rule || logins > 0 ? 'shareLink' : 'shareInstead')}
          </Button>
          {logins > 0 && (
            <Button small onClick={onLogins}>
              {say.count('useLogins', logins)}
            </Button>
          )}
          {rule && (
            <Button small onClick={onRule}>
              {say('useRule', say('ruleForm', rule.domain))}
            </Button>
          )}
        </>
      }
    >
      {roster.addressesFolded
        ? say('addressesFoldedNow')
        : shown === 0
          ? say('addressesNone')
          : say.count('addressesShown', shown, all)}{' '}
      {rule
        ? ruleWords(say, 'withoutAddressRule', rule)
        : say(logins > 0 ? 'withoutAddressLogins' : shown === 0 ? 'withoutAddressAll' : 'withoutAddressNow')}
    </Notice>
  )
}

/** The rule is in use: what it made, what speaks for it, and the way back. */
export const RuleNotice = ({ rule, made, onUndo }: { rule: AddressRule; made: number; onUndo: () => void }) => {
  const { say } = useServices()
  return (
    <Notice
      title={say.count('ruleMade', made)}
      actions={
        <Button small onClick={onUndo}>
          {say('undo')}
        </Button>
      }
    >
      {ruleWords(say, 'ruleUsed', rule)}
    </Notice>
  )
}
