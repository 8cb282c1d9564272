import { CircleCheck, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RosterState } from '../../lib/lms/roster.ts'
import type { Say } from '../../lib/words.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { Mark } from '../kit/Mark.tsx'
import { countWords, courseOf } from '../roster/rosterWords.ts'
import { useServices } from '../services.ts'
import { AccountMenu } from './AccountMenu.tsx'

interface Props {
  readonly state: RosterState | undefined
  readonly onClose?: (() => void) | undefined
}

/** Which course, how many people, whether that is everybody; at the end, whose account. */
export const Head = ({ state, onClose }: Props) => {
  const { say } = useServices()
  const course = state && courseOf(state)
  return (
    <header className="flex flex-none items-center gap-3 px-4 pt-3 pb-2">
      <span
        data-fill
        className="flex size-8 flex-none items-center justify-center rounded-control bg-accent text-on-accent"
      >
        <Mark className="size-4.5" />
      </span>
      <div className="min-w-0 flex-1">
        <h1 className="flex items-baseline text-16 font-semibold" title={course?.name}>
          {course ? (
            <>
              <bdi className="truncate">{course.code ?? course.name}</bdi>
              <span className="max-w-1/2 flex-none truncate whitespace-pre font-normal text-13 text-quiet">
                {` · ${course.lmsLabel}`}
              </span>
            </>
          ) : (
            say('extensionName')
          )}
        </h1>
        <p className="flex min-h-4 items-center gap-1 truncate text-12 text-quiet">{status(say, state)}</p>
      </div>
      <AccountMenu />
      {onClose && (
        <IconButton label={say('close')} onClick={onClose}>
          <X aria-hidden className="size-4.5" />
        </IconButton>
      )}
    </header>
  )
}

const status = (say: Say, state: RosterState | undefined): ReactNode => {
  switch (state?.kind) {
    case undefined:
    case 'none':
      return say('headNoRoster')
    case 'ready':
      return (
        <>
          {state.roster.complete ? (
            <CircleCheck aria-hidden className="size-3.5 flex-none text-good" />
          ) : (
            <TriangleAlert aria-hidden className="size-3.5 flex-none text-attention" />
          )}
          {countWords(say, state.roster)}
        </>
      )
    case 'problem':
      return say('headNotRead')
    default:
      return say('headReading')
  }
}
