import { ChevronRight } from 'lucide-react'
import { Link } from 'wouter'
import { cx } from '../../../components/kit/cx.ts'
import { useServices } from '../../../components/services.ts'
import type { GroupRow } from '../../../lib/groups/tree.ts'
import { GroupMenu } from './GroupMenu.tsx'

interface Props {
  readonly row: GroupRow
  readonly open: boolean
  /** Absent: nothing lies in it. */
  readonly folded: boolean | undefined
  readonly onFold: () => void
}

/** One Group in the sidebar, indented below those it lies in, with how many are in it and what can be done with it. */
export const GroupLink = ({ row: { group, depth, path }, open, folded, onFold }: Props) => {
  const { say } = useServices()
  return (
    <li
      style={{ paddingInlineStart: `${depth * 16}px` }}
      className={cx(
        'group flex items-center rounded-control transition-colors',
        open ? 'bg-accent-wash text-accent' : 'hover:bg-well',
      )}
    >
      {folded === undefined ? (
        <span className="w-6 flex-none" />
      ) : (
        <button
          type="button"
          aria-expanded={!folded}
          aria-label={say(folded ? 'unfold' : 'fold', group.name)}
          onClick={onFold}
          className="flex size-6 flex-none items-center justify-center rounded-control text-quiet hover:text-text"
        >
          <ChevronRight
            aria-hidden
            className={cx('size-4 transition-transform', folded ? 'rtl:-scale-x-100' : 'rotate-90')}
          />
        </button>
      )}
      <Link
        href={`/groups/${group.id}`}
        aria-current={open ? 'page' : undefined}
        aria-label={path.length > 0 ? say('groupIn', group.name, path.join(' › ')) : group.name}
        title={group.name}
        className={cx('flex min-h-9 min-w-0 flex-1 items-center gap-2 rounded-control', open && 'font-medium')}
      >
        <span className="flex-1 truncate">
          <bdi>{group.name}</bdi>
        </span>
        {group.members !== null && (
          <span aria-hidden className={cx('text-12', open ? 'text-accent' : 'text-quiet')}>
            {say.number(group.members)}
          </span>
        )}
      </Link>
      <GroupMenu group={group} />
    </li>
  )
}
