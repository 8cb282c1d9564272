import { domainOf } from '../../lib/people/domains.ts'
import type { ForecastRow } from '../../lib/people/forecast.ts'
import { Button } from '../kit/Button.tsx'
import { cx } from '../kit/cx.ts'
import { useServices } from '../services.ts'

interface Props {
  readonly row: ForecastRow
  readonly tabIndex: number
  readonly onCorrect: (was: string, email?: string) => void
}

/** Puts an address right with one click; the same button, which keeps the focus, takes that back. */
export const CorrectButton = ({ row: { email, instead, was }, tabIndex, onCorrect }: Props) => {
  const { say } = useServices()
  if (!email || !(instead || was)) return null
  const words = instead ? say('useInstead', domainOf(instead)) : say('undo')
  return (
    <Button
      small
      look="plain"
      tabIndex={tabIndex}
      title={instead ?? was}
      aria-label={instead ? say('useInsteadAll', words, instead) : say('undoCorrection', words, was ?? '')}
      className={cx('min-h-6 min-w-0', instead && '-me-2')}
      onClick={() => (instead ? onCorrect(email, instead) : onCorrect(was ?? email))}
    >
      <span className="line-clamp-2 text-end leading-4 wrap-anywhere">{words}</span>
    </Button>
  )
}
