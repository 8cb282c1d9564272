import type { Roster } from '../../lib/lms/roster.ts'
import type { AddressRule } from '../../lib/people/addressRule.ts'
import type { MessageKey } from '../../lib/words.ts'
import type { Made } from '../invite/useForecast.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useServices } from '../services.ts'
import type { AddressCounts } from './addressCounts.ts'

interface Props {
  readonly roster: Roster
  readonly counts: AddressCounts
  readonly made: Made
  readonly onShareLink: () => void
}

const why = ({ addressesHidden, addressesPrivate }: Roster): MessageKey =>
  addressesHidden ? 'addressesHidden' : addressesPrivate ? 'addressesPrivate' : 'addressesMissing'

/** Many have no address: why, how many have one, and the ways on: the link, login ids, a rule that the others bear out. */
export const NoAddressNotice = ({ roster, counts: { shown, logins, all }, made, onShareLink }: Props) => {
  const { say } = useServices()
  const { addresses, forecast, ticks, tick } = made
  const rule = addresses.ruleOn ? undefined : addresses.rule
  const loginKeys = forecast.rows.filter(({ key, doubt }) => doubt === 'login' && !ticks.get(key)).map(({ key }) => key)
  return (
    <Notice
      tone="attention"
      title={say(why(roster), roster.course.lmsLabel)}
      actions={
        <>
          <Button small onClick={onShareLink}>
            {say('shareInstead')}
          </Button>
          {loginKeys.length > 0 && (
            <Button small onClick={() => tick(loginKeys, true)}>
              {say.count('useLogins', loginKeys.length)}
            </Button>
          )}
          {rule && (
            <Button small onClick={() => addresses.setRuleOn(true)}>
              {say('useRule', say('ruleForm', rule.domain))}
            </Button>
          )}
        </>
      }
    >
      {shown === 0 ? say('addressesNone') : say.count('addressesShown', shown, all)}{' '}
      {say(rule ? 'withoutAddressRule' : logins > 0 ? 'withoutAddressLogins' : 'withoutAddressNow')}
      {rule && ` ${say('ruleHolds', say('ruleForm', rule.domain), rule.holds, rule.holds + rule.against)}`}
      {rule && rule.against > 0 && ` ${say('ruleInDoubt')}`}
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
      {say('ruleHolds', say('ruleForm', rule.domain), rule.holds, rule.holds + rule.against)}{' '}
      {rule.against > 0 && say('ruleInDoubt')}
    </Notice>
  )
}
