import { type ReactNode, useMemo } from 'react'
import type { Roster } from '../../lib/lms/roster.ts'
import type { Made } from '../invite/useForecast.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useServices } from '../services.ts'
import { addressCounts, areMany } from './addressCounts.ts'
import { NoAddressNotice, RuleNotice } from './NoAddressNotice.tsx'
import { type Growth, PartialNotice } from './PartialNotice.tsx'

interface Props {
  readonly roster: Roster
  readonly made: Made
  readonly growth: Growth
  readonly onGrow: (act: 'start' | 'stop') => void
  readonly onShareLink: () => void
  /** Lists those who are gone alone; absent where they are. */
  readonly onGone: (() => void) | undefined
}

/** What is to be known about a roster before it is used: whose view it is, who is missing, who has no address. */
export const RosterNotices = ({ roster, made, growth, onGrow, onShareLink, onGone }: Props) => {
  const { say } = useServices()
  const { lmsLabel } = roster.course
  const { rule, ruleOn, setRuleOn, people } = made.addresses
  const counts = useMemo(() => addressCounts(people), [people])
  const loginKeys = made.forecast.rows
    .filter(({ key, doubt }) => doubt === 'login' && !made.ticks.get(key))
    .map(({ key }) => key)
  const notices: ReactNode[] = []
  if (roster.asSomebodyElse)
    notices.push(
      <Notice key="else" tone="attention" title={say('asSomebodyElse', lmsLabel)}>
        {say('asSomebodyElseNow', lmsLabel)}
      </Notice>,
    )
  if (roster.testSite)
    notices.push(
      <Notice key="test" tone="attention" title={say('testSite', lmsLabel)}>
        {say('testSiteNow')}
      </Notice>,
    )
  if (!roster.complete) notices.push(<PartialNotice key="partial" roster={roster} growth={growth} onGrow={onGrow} />)
  const offered = ruleOn ? undefined : rule
  if (offered || areMany(counts.without + loginKeys.length, counts))
    notices.push(
      <NoAddressNotice
        key="without"
        roster={roster}
        counts={counts}
        logins={loginKeys.length}
        rule={offered}
        onShareLink={onShareLink}
        onLogins={() => made.tick(loginKeys, true)}
        onRule={() => setRuleOn(true)}
      />,
    )
  if (rule && ruleOn)
    notices.push(<RuleNotice key="rule" rule={rule} made={counts.made} onUndo={() => setRuleOn(false)} />)
  const gone = made.gone.rows.length
  if (gone > 0 && onGone)
    notices.push(
      <Notice
        key="gone"
        title={say.count('goneTitle', gone)}
        actions={
          <Button small onClick={onGone}>
            {say('goneShow')}
          </Button>
        }
      >
        {say(made.gone.removal === 'noAddress' ? 'goneUnsure' : 'goneNow')}
      </Notice>,
    )
  return notices.length > 0 ? <div className="mx-4 mb-3 flex flex-none flex-col gap-2">{notices}</div> : null
}
