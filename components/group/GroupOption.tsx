import { Check } from 'lucide-react'
import type { GroupRow } from '../../lib/groups/tree.ts'
import { cx } from '../kit/cx.ts'
import { useServices } from '../services.ts'

/** Deeper than this nothing is indented further: names need the room. */
const DEEPEST = 6

interface Props {
  readonly id: string
  readonly row: GroupRow
  readonly active: boolean
  readonly chosen: boolean
  readonly onPick: () => void
}

/** One Group in the picker, indented below the Groups it lies in; its name for a screen reader says where it lies. */
export const GroupOption = ({ id, row: { group, depth, path, context }, active, chosen, onPick }: Props) => {
  const { say } = useServices()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox's field has the keyboard
    // biome-ignore lint/a11y/useFocusableInteractive: the combobox's field has the focus
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={context || undefined}
      aria-label={path.length > 0 ? say('groupIn', group.name, path.join(' › ')) : group.name}
      title={group.name}
      onClick={onPick}
      style={{ paddingInlineStart: `${8 + Math.min(depth, DEEPEST) * 16}px` }}
      className={cx(
        'flex min-h-8 items-center gap-2 rounded-control pe-2',
        context ? 'cursor-default text-quiet' : 'hover:bg-well',
        active && 'bg-accent-wash -outline-offset-1 outline outline-transparent',
      )}
    >
      <bdi className="truncate">{group.name}</bdi>
      {chosen && <Check aria-hidden className="ms-auto size-4 flex-none text-accent" />}
    </div>
  )
}
