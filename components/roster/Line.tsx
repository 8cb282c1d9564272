import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface LineProps {
  readonly icon: LucideIcon
  readonly words: string
  readonly children: ReactNode
}

/** One quiet line below the pickers, or two where it is long: what can be done never cuts short what is so. */
export const Line = ({ icon: Icon, words, children }: LineProps) => (
  <div className="-mt-2 mb-2 flex flex-none items-start gap-1.5 px-4 text-12 text-quiet">
    <Icon aria-hidden className="my-1.75 size-3.5 flex-none" />
    <div className="flex min-w-0 flex-wrap items-center gap-x-3">
      <span className="truncate leading-7" title={words}>
        {words}
      </span>
      <span className="-ms-2 flex-none">{children}</span>
    </div>
  </div>
)
