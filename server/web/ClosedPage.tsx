import { useQuery } from '@tanstack/react-query'
import { Archive, ArchiveRestore } from 'lucide-react'
import { Blank } from '../../components/kit/Blank.tsx'
import { Button } from '../../components/kit/Button.tsx'
import { Skeleton } from '../../components/kit/Skeleton.tsx'
import { Problem } from '../../components/Problem.tsx'
import { ProblemScreen } from '../../components/ProblemScreen.tsx'
import { useServices } from '../../components/services.ts'
import { RESTORE_DAYS } from '../../lib/contract/limits.ts'
import type { Group } from '../../lib/contract/schemas.ts'
import { DeletedWorkspaces } from './DeletedWorkspaces.tsx'
import { BackLink } from './kit/BackLink.tsx'
import { GroupsLink } from './kit/GroupsLink.tsx'
import { useAct } from './kit/useAct.ts'

const kinds = [
  { show: 'archived', act: 'groups.unarchive', title: 'archivedGroups', word: 'unarchive' },
  { show: 'deleted', act: 'groups.restore', title: 'deletedGroups', word: 'actRestore' },
] as const

type Kind = (typeof kinds)[number]

/** Groups and Workspaces that are out of the way, each with the way back. */
export const ClosedPage = () => {
  const { call, say } = useServices()
  const closed = useQuery({
    queryKey: ['groups', 'closed'],
    queryFn: async () => {
      const [archived, deleted, { workspaces }] = await Promise.all([
        call('groups.list', { show: 'archived' }),
        call('groups.list', { show: 'deleted' }),
        call('workspaces.deleted', {}),
      ])
      return { archived: archived.groups, deleted: deleted.groups, workspaces }
    },
  })
  if (closed.error && !closed.data)
    return <ProblemScreen page problem={closed.error} onRetry={() => void closed.refetch()} />
  if (!closed.data) return <Skeleton rows={6} />
  const { archived, deleted, workspaces } = closed.data
  if (archived.length + deleted.length + workspaces.length === 0)
    return (
      <Blank page icon={Archive} title={say('noClosedGroups')} actions={<GroupsLink />}>
        {say('noClosedGroupsNow')}
      </Blank>
    )
  return (
    <div className="mx-auto w-full max-w-220 overflow-y-auto px-4 py-6 wide:px-8">
      <header className="mb-4 flex items-start gap-3">
        <BackLink />
        <h1 className="text-20 font-semibold">{say('closedGroups')}</h1>
      </header>
      <DeletedWorkspaces workspaces={workspaces} />
      {kinds.map((kind) => (
        <ClosedList key={kind.show} kind={kind} groups={closed.data[kind.show]} />
      ))}
    </div>
  )
}

/** Until when what was deleted then can be brought back. */
const lastDay = (deletedAt: string) => new Date(Date.parse(deletedAt) + RESTORE_DAYS * 86_400_000).toISOString()

const ClosedList = ({ kind, groups }: { kind: Kind; groups: readonly Group[] }) => {
  const { say } = useServices()
  const act = useAct(kind.act)
  if (groups.length === 0) return null
  return (
    <section className="mb-6">
      <h2 className="mb-2 text-14 font-semibold">{say(kind.title)}</h2>
      {act.error && <Problem problem={act.error} className="mb-2" />}
      <ul className="divide-y divide-line rounded-card border border-line bg-raised">
        {groups.map((group) => {
          const since = group.deletedAt
            ? say('restorableUntil', say.day(lastDay(group.deletedAt)))
            : group.archivedAt && say.day(group.archivedAt)
          return (
            <li key={group.id} className="flex min-h-14 items-center gap-3 px-4 py-2">
              <span className="min-w-0 flex-1">
                <bdi className="block w-fit max-w-full truncate font-medium">{group.name}</bdi>
                {since && <span className="block text-12 text-quiet">{since}</span>}
              </span>
              {group.role === 'owner' && (
                <Button
                  small
                  icon={<ArchiveRestore aria-hidden className="size-4" />}
                  busy={act.isPending && act.variables.groupId === group.id}
                  onClick={() => act.mutate({ groupId: group.id })}
                >
                  {say(kind.word)}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
