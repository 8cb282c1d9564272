import { Archive, Plus, School } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { CreateGroup } from '../../../components/group/CreateGroup.tsx'
import { useCreatable } from '../../../components/group/useCreatable.ts'
import { Button } from '../../../components/kit/Button.tsx'
import { cx } from '../../../components/kit/cx.ts'
import { Dialog } from '../../../components/kit/Dialog.tsx'
import { Mark } from '../../../components/kit/Mark.tsx'
import { Search } from '../../../components/kit/Search.tsx'
import { Skeleton } from '../../../components/kit/Skeleton.tsx'
import { ProblemScreen } from '../../../components/ProblemScreen.tsx'
import { useGroups, useMe } from '../../../components/queries.ts'
import { useServices } from '../../../components/services.ts'
import { AccountMenu } from '../../../components/shell/AccountMenu.tsx'
import { groupTree, searchGroups } from '../../../lib/groups/tree.ts'
import { Tree } from './Tree.tsx'
import { unfolded } from './unfolded.ts'
import { WaitingLink } from './WaitingLink.tsx'

const SEARCH_FROM = 8

interface Props {
  /** The page beside it is the app's first one: on a narrow screen the sidebar is all there is. */
  readonly home?: boolean
  readonly groupId?: string
}

/** The way to a new Group, what waits for an answer, all Groups as a tree, the Workspaces one owns, and the account. */
export const Sidebar = ({ home = false, groupId }: Props) => {
  const { say } = useServices()
  const [, go] = useLocation()
  const groups = useGroups()
  const owned = useMe()?.workspaces.filter(({ role }) => role === 'owner') ?? []
  const mayCreate = useCreatable().length > 0
  const [making, setMaking] = useState(false)
  const [search, setSearch] = useState('')
  const [folds, setFolds] = useState<ReadonlySet<string>>(new Set())
  const tree = useMemo(() => groupTree(groups.data ?? [], say.language), [groups.data, say.language])
  const rows = useMemo(
    () => (search ? searchGroups(tree, search) : unfolded(tree, folds, groupId)),
    [tree, search, folds, groupId],
  )
  const parents = useMemo(() => new Set(groups.data?.map(({ parentId }) => parentId)), [groups.data])
  const fold = (id: string) =>
    setFolds((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])))
  const Room = home ? 'div' : 'aside'
  const Brand = home ? 'h1' : 'p'
  return (
    <Room
      className={cx('w-full flex-none flex-col border-e border-line wide:flex wide:w-72', home ? 'flex' : 'hidden')}
    >
      <div className="flex items-center gap-2.5 p-4 pb-3">
        <Link href="/" className="flex flex-1 items-center gap-2.5 rounded-control text-16 font-semibold">
          <span data-fill className="flex size-8 items-center justify-center rounded-control bg-accent text-on-accent">
            <Mark className="size-4.5" />
          </span>
          <Brand>{say('extensionName')}</Brand>
        </Link>
        <AccountMenu />
      </div>
      {mayCreate && (
        <div className="px-4 pb-3">
          <Button
            look="primary"
            className="w-full"
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => setMaking(true)}
          >
            {say('create')}
          </Button>
        </div>
      )}
      <WaitingLink />
      {(groups.data?.length ?? 0) > SEARCH_FROM && (
        <Search label={say('groupFind')} value={search} onChange={setSearch} className="mx-4 mb-2" />
      )}
      <nav aria-label={say('groups')} className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        {groups.isPending && <Skeleton rows={5} />}
        {groups.error && !groups.data && <ProblemScreen problem={groups.error} onRetry={() => void groups.refetch()} />}
        {rows.length > 0 && (
          <Tree
            rows={rows}
            openId={groupId}
            foldedOf={(id) => (parents.has(id) && !search ? folds.has(id) : undefined)}
            onFold={fold}
          />
        )}
        {groups.data && rows.length === 0 && search && <p className="p-2 text-quiet">{say('groupNoneFound')}</p>}
      </nav>
      <div className="border-t border-line p-2">
        {owned.map(({ id, name }) => (
          <SideLink key={id} href={`/workspaces/${id}`} icon={<School aria-hidden className="size-4" />}>
            {name}
          </SideLink>
        ))}
        <SideLink href="/archive" icon={<Archive aria-hidden className="size-4" />}>
          {say('closedGroups')}
        </SideLink>
      </div>
      {making && (
        <Dialog title={say('groupNew')} onClose={() => setMaking(false)}>
          <CreateGroup
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

/** To another page than a Group's; marked while that is open. */
const SideLink = ({ href, icon, children }: { href: string; icon: ReactNode; children: string }) => {
  const [at] = useLocation()
  const open = at === href || at.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      aria-current={open ? 'page' : undefined}
      className={cx(
        'flex min-h-9 items-center gap-2.5 rounded-control px-2 transition-colors',
        open ? 'bg-accent-wash font-medium text-accent' : 'text-quiet hover:bg-well hover:text-text',
      )}
    >
      {icon}
      <bdi className="truncate">{children}</bdi>
    </Link>
  )
}
