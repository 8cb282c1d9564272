import type { Roster, RosterState } from '../../lib/lms/roster.ts'
import { Button } from '../kit/Button.tsx'
import { Notice } from '../kit/Notice.tsx'
import { Progress } from '../kit/Progress.tsx'
import { useServices } from '../services.ts'
import { partialWords } from './rosterWords.ts'

export type Growth = Extract<RosterState, { kind: 'ready' }>['growth']

interface Props {
  readonly roster: Roster
  readonly growth: Growth
  readonly onGrow: (act: 'start' | 'stop') => void
}

/** A list on a page may hold more than it shows; an answer of the LMS does not. */
const mayGrow = ({ source, partial }: Roster): boolean =>
  source === 'page' && (partial === 'rowsOnPage' || partial === 'maybeMore')

/** Why these are not, or may not be, all; and a way to have the page show the others. */
export const PartialNotice = ({ roster, growth, onGrow }: Props) => {
  const { say } = useServices()
  const { lmsLabel } = roster.course
  const [what, now] = partialWords[roster.partial ?? 'countsDiffer']
  const canGrow = mayGrow(roster) && growth !== 'end'
  return (
    <Notice
      tone="attention"
      title={say(what, lmsLabel)}
      actions={
        canGrow && (
          <Button small onClick={() => onGrow(growth === 'on' ? 'stop' : 'start')}>
            {say(growth === 'on' ? 'partialGrowStop' : 'partialGrow')}
          </Button>
        )
      }
    >
      {growth === 'on' ? (
        <Growing read={roster.people.length} total={roster.total} />
      ) : (
        say(growth === 'end' && mayGrow(roster) ? 'partialGrown' : now, lmsLabel)
      )}
    </Notice>
  )
}

const Growing = ({ read, total }: { read: number; total: number | undefined }) => {
  const { say } = useServices()
  return (
    <div className="flex flex-col gap-1.5">
      <Progress label={say('partialGrowing')} value={read} max={total} />
      <p>{total === undefined ? say.count('readSoFar', read) : say('progressOf', read, total)}</p>
    </div>
  )
}
