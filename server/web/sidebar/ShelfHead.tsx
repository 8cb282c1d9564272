import { Lock, School } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cx } from '../../../components/kit/cx.ts'
import type { GroupSpace } from '../../../lib/contract/schemas.ts'
import { type DropTarget, dropHandlers } from './dropTarget.ts'

interface Props {
  readonly space: GroupSpace
  /** Absent: there is only one, and it needs no name. */
  readonly name: string | undefined
  readonly target: DropTarget | undefined
  readonly children: ReactNode
}

/** Groups that stand at the top of the same Workspace or private space, under its name; what is dropped on it goes there. */
export const ShelfHead = ({ space, name, target, children }: Props) => {
  const id = useId()
  const Icon = space === 'private' ? Lock : School
  if (name === undefined) return <div role="presentation">{children}</div>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need form controls
    <div
      role="group"
      aria-labelledby={id}
      {...dropHandlers(target)}
      className={cx(
        'mb-1 rounded-control',
        target?.over && 'bg-accent-wash outline-2 -outline-offset-2 outline-accent',
      )}
    >
      <div id={id} className="flex min-h-8 items-center gap-1.5 px-2 pt-1 text-12 font-medium text-quiet">
        <Icon aria-hidden className="size-3.5 flex-none" />
        <bdi className="truncate">{name}</bdi>
      </div>
      {children}
    </div>
  )
}
