import { memo, useMemo } from 'react'
import { isLower } from '../../lib/people/forecast.ts'
import { deedFor, isTicked, type Ticks } from '../../lib/people/ticks.ts'
import { Button } from '../kit/Button.tsx'
import { useServices } from '../services.ts'
import { type Section, sectionTitle } from './sections.ts'

interface Props {
  readonly section: Section
  readonly ticks: Ticks
  readonly tabIndex: number
  readonly onTick: (keys: readonly string[], on: boolean) => void
  readonly onShareLink?: (() => void) | undefined
}

const Head = ({ section, ticks, tabIndex, onTick, onShareLink }: Props) => {
  const { say } = useServices()
  // One tick for all of them lowers no role: that is done one by one alone.
  const tickable = useMemo(() => section.rows.filter((row) => deedFor(row) && !isLower(row)), [section])
  const title = say.count(sectionTitle[section.id], section.rows.length)
  if (tickable.length === 0)
    return (
      <div className="flex h-9 items-end justify-between gap-2 px-4 pb-1.5 text-12">
        <h2 className="font-semibold text-quiet">{title}</h2>
        {onShareLink && (
          <Button small look="plain" tabIndex={tabIndex} className="-me-2 -mb-1 min-h-6" onClick={onShareLink}>
            {say('shareInstead')}
          </Button>
        )}
      </div>
    )
  const ticked = tickable.filter((row) => isTicked(row, ticks)).length
  const all = ticked === tickable.length
  return (
    <h2 className="flex h-9 items-end px-4 pb-1.5 text-12 font-semibold text-quiet">
      <label className="flex min-h-6 items-center gap-3">
        <input
          type="checkbox"
          ref={(box) => {
            if (box) box.indeterminate = ticked > 0 && !all
          }}
          checked={all}
          tabIndex={tabIndex}
          onChange={() =>
            onTick(
              tickable.map(({ key }) => key),
              !all,
            )
          }
        />
        {title}
      </label>
    </h2>
  )
}

/** What happens to these people, how many they are, and one tick for all of them. */
export const SectionHead = memo(Head)
