import { cx } from './cx.ts'

interface Props {
  readonly label: string
  readonly value: number
  /** Absent: it is not known how much there is. */
  readonly max?: number | undefined
  /** It stands still. */
  readonly waiting?: boolean
}

export const Progress = ({ label, value, max, waiting }: Props) => (
  <div
    role="progressbar"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={max}
    aria-valuenow={max === undefined ? undefined : value}
    className="relative h-1.5 overflow-hidden rounded-control bg-line"
  >
    {max === undefined ? (
      <div data-fill className="absolute inset-y-0 w-2/5 animate-slide rounded-control bg-accent" />
    ) : (
      <div
        data-fill
        style={{ width: `${max === 0 ? 100 : (value / max) * 100}%` }}
        className={cx('h-full rounded-control transition-[width]', waiting ? 'bg-attention' : 'bg-accent')}
      />
    )}
  </div>
)
