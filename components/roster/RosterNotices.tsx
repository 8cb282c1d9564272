import type { ReactNode } from 'react'
import type { Roster } from '../../lib/lms/roster.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { useServices } from '../services.ts'
import { partialWords } from './rosterWords.ts'

/** One in so many: below that the list's own section says enough. */
const MANY = 10

interface Props {
  readonly roster: Roster
  readonly onShareLink: () => void
}

/** What is to be known about a roster before it is used: whose view it is, who is missing, who has no address. */
export const RosterNotices = ({ roster, onShareLink }: Props) => {
  const { say } = useServices()
  const { lmsLabel } = roster.course
  const without = roster.people.filter(
    ({ email, invalidEmail, role }) => !email && !invalidEmail && role !== 'observer',
  ).length
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
  if (!roster.complete) {
    const [what, now] = partialWords[roster.partial ?? 'countsDiffer']
    notices.push(
      <Notice key="partial" tone="attention" title={say(what, lmsLabel)}>
        {say(now, lmsLabel)}
      </Notice>,
    )
  }
  if (without * MANY > roster.people.length)
    notices.push(
      <Notice
        key="without"
        tone="attention"
        title={say.count(
          roster.addressesHidden ? 'addressesHidden' : 'withoutAddress',
          without,
          roster.people.length,
          lmsLabel,
        )}
        actions={
          <Button small onClick={onShareLink}>
            {say('shareInstead')}
          </Button>
        }
      >
        {say('withoutAddressNow')}
      </Notice>,
    )
  return notices.length > 0 ? <div className="mx-4 mb-3 flex flex-none flex-col gap-2">{notices}</div> : null
}
