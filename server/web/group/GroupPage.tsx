import { ArrowLeft, EyeOff, Lock, Users } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { Blank } from '../../components/kit/Blank.tsx'
import { Chip } from '../../components/kit/Chip.tsx'
import { Skeleton } from '../../components/kit/Skeleton.tsx'
import { Tabs } from '../../components/kit/Tabs.tsx'
import { ShareLinkScreen } from '../../components/link/ShareLinkScreen.tsx'
import { MemberList } from '../../components/members/MemberList.tsx'
import { ProblemScreen } from '../../components/ProblemScreen.tsx'
import { useGroups } from '../../components/queries.ts'
import { roleName } from '../../components/roleWords.ts'
import { useServices } from '../../components/services.ts'
import type { Group } from '../../lib/contract/schemas.ts'
import { groupTree } from '../../lib/groups/tree.ts'
import { NotHere } from './NotHere.tsx'

/** One Group: who is in it, who is about to be, and its share links. */
export const GroupPage = ({ id }: { id: string }) => {
  const { say } = useServices()
  const groups = useGroups()
  const row = groupTree(groups.data ?? [], say.language).find(({ group }) => group.id === id)
  useEffect(() => {
    document.title = row ? `${row.group.name} · ${say('extensionName')}` : say('extensionName')
  }, [row, say])
  if (groups.error && !groups.data)
    return <ProblemScreen page problem={groups.error} onRetry={() => void groups.refetch()} />
  if (!groups.data) return <Skeleton rows={10} />
  if (!row) return <NotHere />
  const { group, path } = row
  return (
    <div className="mx-auto flex min-h-0 w-full max-w-220 flex-1 flex-col wide:px-4">
      <header className="flex flex-none items-start gap-3 px-4 pt-4 pb-3 wide:pt-6">
        <Link
          href="/"
          aria-label={say('openGroups')}
          title={say('openGroups')}
          className="mt-1 rounded-control p-1 text-quiet hover:bg-well wide:hidden"
        >
          <ArrowLeft aria-hidden className="size-5 rtl:-scale-x-100" />
        </Link>
        <div className="min-w-0 flex-1">
          {path.length > 0 && <p className="truncate text-12 text-quiet">{path.join(' › ')}</p>}
          <h1 className="text-20 font-semibold text-balance">
            <bdi>{group.name}</bdi>
          </h1>
          <p className="mt-1 flex flex-wrap gap-1.5">
            <TypeChip type={group.type} />
            <Chip icon={Users}>{say('youAre', say(roleName[group.role]))}</Chip>
          </p>
        </div>
      </header>
      <GroupTabs group={group} />
    </div>
  )
}

const GroupTabs = ({ group }: { group: Group }) => {
  const { say } = useServices()
  const [tab, setTab] = useState<'members' | 'link'>('members')
  if (group.role === 'member')
    return (
      <Blank icon={EyeOff} title={say('memberSeesNoList')}>
        {say('memberSeesNoListNow')}
      </Blank>
    )
  if (group.role === 'facilitator') return <MemberList group={group} />
  return (
    <Tabs
      label={group.name}
      className="px-4"
      active={tab}
      onChange={setTab}
      tabs={[
        { id: 'members', label: say('tabMembers') },
        { id: 'link', label: say('tabLink') },
      ]}
    >
      {tab === 'members' ? <MemberList group={group} /> : <ShareLinkScreen group={group} />}
    </Tabs>
  )
}

const TypeChip = ({ type }: { type: Group['type'] }) => {
  const { say } = useServices()
  if (type === 'private') return <Chip icon={Lock}>{say('typePrivate')}</Chip>
  return <Chip icon={Users}>{say(type === 'workspace' ? 'typeWorkspace' : 'typeShared')}</Chip>
}
