import type { LucideIcon } from 'lucide-react'
import { cx } from './cx.ts'

export type Tone = 'plain' | 'accent' | 'good' | 'attention' | 'bad'

const tones: Readonly<Record<Tone, string>> = {
  plain: 'bg-well text-quiet',
  accent: 'bg-accent-wash text-accent',
  good: 'bg-good-wash text-good',
  attention: 'bg-attention-wash text-attention',
  bad: 'bg-bad-wash text-bad',
}

/** A state in an icon and a word: colour never says it alone. Two lines where there is no room for one. */
export const Chip = ({ icon: Icon, tone = 'plain', title, children }: ChipProps) => (
  <span
    title={title}
    className={cx(
      'inline-flex min-h-5 max-w-full items-center gap-1 rounded-control px-1.5 text-12 font-medium',
      tones[tone],
    )}
  >
    <Icon aria-hidden className="size-3 flex-none" strokeWidth={2.5} />
    <span className="line-clamp-2 leading-4">{children}</span>
  </span>
)

interface ChipProps {
  readonly icon: LucideIcon
  readonly tone?: Tone | undefined
  readonly title?: string | undefined
  readonly children: string
}
