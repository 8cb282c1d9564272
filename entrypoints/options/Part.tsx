import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../components/kit/cx.ts'
import type { Say } from '../../lib/words.ts'

/** One of the steps that come before the first invitation. */
export interface Step {
  readonly number: number
  readonly done: boolean
  /** Those before it are done: its button is the one to press. */
  readonly next: boolean
}

interface Props {
  readonly title: string
  readonly step?: Step
  readonly say?: Say
  /** What it is for. */
  readonly why?: string
  readonly children: ReactNode
}

/** One matter of the page. */
export const Part = ({ title, step, say, why, children }: Props) => (
  <section className="flex flex-col gap-3 rounded-card border border-line bg-raised p-5">
    <h2 className="flex items-center gap-2.5 text-16 font-semibold">
      {step && say && <StepMark step={step} say={say} />}
      {title}
    </h2>
    {why && <p className="text-quiet">{why}</p>}
    {children}
  </section>
)

const StepMark = ({ step: { number, done }, say }: { step: Step; say: Say }) => (
  <>
    <span
      aria-hidden
      className={cx(
        'inline-flex size-6 flex-none items-center justify-center rounded-full text-13',
        done ? 'bg-good-wash text-good' : 'bg-accent-wash text-accent',
      )}
    >
      {done ? <Check className="size-4" strokeWidth={2.5} /> : number}
    </span>
    <span className="sr-only">{say(done ? 'firstStepDone' : 'firstStep', number)}</span>
  </>
)
