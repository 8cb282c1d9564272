import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface Props {
  readonly icon: LucideIcon
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** It is the whole page: its title is the page's. */
  readonly page?: boolean
}

/** A screen with nothing to list: one sentence that teaches the next step, and its button. */
export const Blank = ({ icon: Icon, title, children, actions, page }: Props) => {
  const Title = page ? 'h1' : 'h2'
  return (
    <div
      role="status"
      className="flex min-h-0 flex-1 flex-col items-center justify-center-safe gap-2 overflow-y-auto px-6 py-4 text-center"
    >
      <span className="mb-1 flex size-11 flex-none items-center justify-center rounded-card bg-accent-wash text-accent low:hidden">
        <Icon aria-hidden className="size-5.5" strokeWidth={1.75} />
      </span>
      <Title className="text-16 font-semibold text-balance">{title}</Title>
      {children && <div className="max-w-80 text-14 text-pretty text-quiet">{children}</div>}
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
