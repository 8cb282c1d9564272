import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { NewGroup, useCreatable } from '../../components/group/NewGroup.tsx'
import { Button } from '../../components/kit/Button.tsx'
import { cx } from '../../components/kit/cx.ts'
import { Dialog } from '../../components/kit/Dialog.tsx'
import { Mark } from '../../components/kit/Mark.tsx'
import { Search } from '../../components/kit/Search.tsx'
import { Skeleton } from '../../components/kit/Skeleton.tsx'
import { ProblemScreen } from '../../components/ProblemScreen.tsx'
import { useGroups } from '../../components/queries.ts'
import { useServices } from '../../components/services.ts'
import { AccountMenu } from '../../components/shell/AccountMenu.tsx'
import { groupTree, searchGroups } from '../../lib/groups/tree.ts'
import { GroupLink } from './GroupLink.tsx'

const SEARCH_FROM = 8

/** All Groups as a tree, the way to a new one, and the account. */
export const Sidebar = ({ groupId }: { groupId?: string }) => {
  const { say } = useServices()
  const [, go] = useLocation()
  const groups = useGroups()
  const mayCreate = useCreatable().length > 0
  const [making, setMaking] = useState(false)
  const [search, setSearch] = useState('')
  const rows = useMemo(
    () => searchGroups(groupTree(groups.data ?? [], say.language), search),
    [groups.data, say.language, search],
  )
  const home = groupId === undefined
  const Room = home ? 'div' : 'aside'
  const Brand = home ? 'h1' : 'p'
  return (
    <Room
      className={cx('w-full flex-none flex-col border-e border-line wide:flex wide:w-72', home ? 'flex' : 'hidden')}
    >
      <div className="flex items-center gap-2.5 p-4">
        <Link href="/" className="flex flex-1 items-center gap-2.5 rounded-control text-16 font-semibold">
          <span data-fill className="flex size-8 items-center justify-center rounded-control bg-accent text-on-accent">
            <Mark className="size-4.5" />
          </span>
          <Brand>{say('extensionName')}</Brand>
        </Link>
        <AccountMenu />
      </div>
      {(groups.data?.length ?? 0) > SEARCH_FROM && (
        <Search label={say('groupFind')} value={search} onChange={setSearch} className="mx-4 mb-2" />
      )}
      <nav aria-label={say('groups')} className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {groups.isPending && <Skeleton rows={5} />}
        {groups.error && !groups.data && <ProblemScreen problem={groups.error} onRetry={() => void groups.refetch()} />}
        <ul>
          {rows.map((row) => (
            <GroupLink key={row.group.id} row={row} open={row.group.id === groupId} />
          ))}
        </ul>
        {groups.data && rows.length === 0 && search && <p className="p-2 text-quiet">{say('groupNoneFound')}</p>}
      </nav>
      {mayCreate && (
        <div className="border-t border-line p-3">
          <Button
            look="plain"
            className="w-full"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => setMaking(true)}
          >
            {say('groupNew')}
          </Button>
        </div>
      )}
      {making && (
        <Dialog title={say('groupNew')} onClose={() => setMaking(false)}>
          <NewGroup
            groups={groups.data ?? []}
            onCancel={() => setMaking(false)}
            onCreated={({ id }) => {
              setMaking(false)
              go(`/groups/${id}`)
            }}
          />
        </Dialog>
      )}
    </Room>
  )
}
