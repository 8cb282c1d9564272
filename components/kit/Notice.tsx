import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

const tones = {
  info: { icon: Info, look: 'bg-well text-text', mark: 'text-quiet' },
  good: { icon: CircleCheck, look: 'bg-good-wash text-text', mark: 'text-good' },
  attention: { icon: TriangleAlert, look: 'bg-attention-wash text-text', mark: 'text-attention' },
  bad: { icon: CircleAlert, look: 'bg-bad-wash text-text', mark: 'text-bad' },
} as const satisfies Record<string, { icon: LucideIcon; look: string; mark: string }>

interface Props {
  readonly tone?: keyof typeof tones
  /** What happened. */
  readonly title: ReactNode
  /** Why, and what now. */
  readonly children?: ReactNode
  /** Buttons for what now. */
  readonly actions?: ReactNode
  readonly className?: string
}

/** What, why, what now. Told aloud when it comes. */
export const Notice = ({ tone = 'info', title, children, actions, className }: Props) => {
  const { icon: Icon, look, mark } = tones[tone]
  return (
    <div
      role="status"
      className={cx('flex gap-2.5 rounded-control p-3 text-13 outline outline-transparent', look, className)}
    >
      <Icon aria-hidden className={cx('mt-px size-4 flex-none', mark)} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        {children && <div className="mt-0.5">{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
