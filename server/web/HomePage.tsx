import { MailOpen, Users } from 'lucide-react'
import { Link, useLocation } from 'wouter'
import { Blank } from '../../components/kit/Blank.tsx'
import { Chip } from '../../components/kit/Chip.tsx'
import { Skeleton } from '../../components/kit/Skeleton.tsx'
import { AcceptedBar, acceptedWords } from '../../components/members/AcceptedBar.tsx'
import { ProblemScreen } from '../../components/ProblemScreen.tsx'
import { useGroups } from '../../components/queries.ts'
import { roleName } from '../../components/roleWords.ts'
import { useServices } from '../../components/services.ts'
import { NoGroup } from '../../components/shell/NoGroup.tsx'
import { type GroupRow, groupTree } from '../../lib/groups/tree.ts'
import { useWaiting } from './me/useWaiting.ts'

/** Beside the Groups while none is open: how far each has come. */
export const HomePage = () => {
  const { say } = useServices()
  const [, go] = useLocation()
  const groups = useGroups()
  const waiting = useWaiting().data?.length ?? 0
  if (groups.error && !groups.data)
    return <ProblemScreen page problem={groups.error} onRetry={() => void groups.refetch()} />
  if (!groups.data) return <Skeleton rows={10} />
  if (groups.data.length === 0 && waiting > 0) return <OnlyInvited waiting={waiting} />
  if (groups.data.length === 0) return <NoGroup groups={[]} onCreated={({ id }) => go(`/groups/${id}`)} />
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto w-full max-w-220 px-8 py-6">
        <h1 className="pb-3 text-20 font-semibold">{say('groups')}</h1>
        <ul aria-label={say('groups')} className="flex flex-col">
          {groupTree(groups.data, say.language).map((row) => (
            <Line key={row.group.id} row={row} />
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Somebody who is in no Group yet, and may be in one. */
const OnlyInvited = ({ waiting }: { waiting: number }) => {
  const { say } = useServices()
  return (
    <Blank
      icon={MailOpen}
      title={say.count('invitationsWait', waiting)}
      actions={
        <Link href="/me" className="rounded-control px-3 py-2 font-medium text-accent hover:bg-accent-wash">
          {say('openInvitations')}
        </Link>
      }
    />
  )
}

const Line = ({ row: { group, path } }: { row: GroupRow }) => {
  const { say } = useServices()
  return (
    <li className="border-line border-b">
      <Link
        href={`/groups/${group.id}`}
        className="-mx-3 flex min-h-16 items-center gap-6 rounded-control px-3 py-2 hover:bg-well"
      >
        <span className="flex min-w-0 flex-1 flex-col">
          {path.length > 0 && (
            <bdi className="max-w-full self-start truncate text-12 text-quiet">{path.join(' › ')}</bdi>
          )}
          <bdi className="max-w-full self-start truncate font-medium">{group.name}</bdi>
        </span>
        <span className="flex w-60 flex-none flex-col gap-1.5">
          {group.members === null || group.pending === null ? (
            <span className="self-end">
              <Chip icon={Users}>{say('youAre', say(roleName[group.role]))}</Chip>
            </span>
          ) : (
            <>
              <span className="text-12 text-quiet">{acceptedWords(say, group.members, group.pending)}</span>
              <AcceptedBar members={group.members} pending={group.pending} />
            </>
          )}
        </span>
      </Link>
    </li>
  )
}
