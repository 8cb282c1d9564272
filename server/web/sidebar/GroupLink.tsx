import { Link } from 'wouter'
import { cx } from '../../components/kit/cx.ts'
import { useServices } from '../../components/services.ts'
import type { GroupRow } from '../../lib/groups/tree.ts'

interface Props {
  readonly row: GroupRow
  readonly open: boolean
}

/** One Group in the sidebar, indented below those it lies in, with how many are in it. */
export const GroupLink = ({ row: { group, depth, path }, open }: Props) => {
  const { say } = useServices()
  return (
    <li>
      <Link
        href={`/groups/${group.id}`}
        aria-current={open ? 'page' : undefined}
        aria-label={path.length > 0 ? say('groupIn', group.name, path.join(' › ')) : group.name}
        title={group.name}
        style={{ paddingInlineStart: `${8 + depth * 16}px` }}
        className={cx(
          'flex min-h-9 items-center gap-2 rounded-control pe-2 transition-colors',
          open ? 'bg-accent-wash font-medium text-accent' : 'hover:bg-well',
        )}
      >
        <bdi className="flex-1 truncate">{group.name}</bdi>
        {group.members !== null && (
          <span aria-hidden className={cx('text-12', open ? 'text-accent' : 'text-quiet')}>
            {say.number(group.members)}
          </span>
        )}
      </Link>
    </li>
  )
}
