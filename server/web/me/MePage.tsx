import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { LogOut, MonitorSmartphone, Puzzle } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '../../../components/kit/Button.tsx'
import { Chip } from '../../../components/kit/Chip.tsx'
import { Confirm } from '../../../components/kit/Confirm.tsx'
import { Skeleton } from '../../../components/kit/Skeleton.tsx'
import { Problem } from '../../../components/Problem.tsx'
import { useMe } from '../../../components/queries.ts'
import { useServices } from '../../../components/services.ts'
import type { CallOutput } from '../../../lib/contract/calls.ts'
import { BackLink } from '../kit/BackLink.tsx'
import { Part } from '../kit/Part.tsx'
import { useAct } from '../kit/useAct.ts'
import { DataPart } from './DataPart.tsx'
import { DeletePart } from './DeletePart.tsx'
import { InvitationsPart } from './InvitationsPart.tsx'

type Visit = CallOutput<'me.sessions'>['sessions'][number]

/** The signed-in person's own matters: what waits for their answer, where they are signed in, what acts for them, and what is kept of them. */
export const MePage = () => {
  const { account, call, say } = useServices()
  const me = useMe()
  const sessions = useQuery({
    queryKey: ['me', 'sessions'],
    queryFn: async () => (await call('me.sessions', {})).sessions,
  })
  const connections = useQuery({
    queryKey: ['me', 'connections'],
    queryFn: async () => (await call('me.connections', {})).connections,
  })
  const endSession = useAct('me.endSession')
  const endConnection = useAct('me.endConnection')
  const everywhere = useAct('me.signOutEverywhere', () => void account.signOut())
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    document.title = `${say('account')} · ${say('extensionName')}`
  }, [say])
  const problem = endSession.error ?? endConnection.error ?? everywhere.error
  return (
    <div className="mx-auto w-full max-w-220 overflow-y-auto px-4 py-4 wide:px-8 wide:py-6">
      <header className="flex items-start gap-3">
        <BackLink />
        <div className="min-w-0">
          <h1 className="text-20 font-semibold">
            <bdi>{me?.name || me?.email}</bdi>
          </h1>
          <p className="text-start text-quiet">
            <bdi dir="ltr">{me?.email}</bdi>
          </p>
        </div>
      </header>
      {problem && <Problem problem={problem} className="mt-4" />}
      <InvitationsPart />
      <Part title={say('mySessions')} line={say('mySessionsLine')}>
        <VisitList
          visits={sessions}
          icon={<MonitorSmartphone aria-hidden className="size-4 flex-none text-quiet" />}
          word={say('signOut')}
          busy={endSession.isPending ? endSession.variables.sessionId : undefined}
          onEnd={({ id, here }) => (here ? void account.signOut() : endSession.mutate({ sessionId: id }))}
        />
      </Part>
      <Part title={say('myConnections')} line={say('myConnectionsLine')}>
        {connections.data?.length === 0 && <p className="text-quiet">{say('noConnections')}</p>}
        <VisitList
          visits={connections}
          icon={<Puzzle aria-hidden className="size-4 flex-none text-quiet" />}
          word={say('disconnect')}
          busy={endConnection.isPending ? endConnection.variables.connectionId : undefined}
          onEnd={({ id }) => endConnection.mutate({ connectionId: id })}
        />
      </Part>
      <Part title={say('signOutEverywhere')} line={say('signOutEverywhereLine')}>
        <Button icon={<LogOut aria-hidden className="size-4 rtl:-scale-x-100" />} onClick={() => setAsking(true)}>
          {say('signOutEverywhere')}
        </Button>
      </Part>
      <DataPart />
      {me && <DeletePart email={me.email} />}
      {asking && (
        <Confirm
          title={say('signOutEverywhereTitle')}
          deed={say('signOutEverywhere')}
          busy={everywhere.isPending}
          onDo={() => everywhere.mutate({})}
          onClose={() => setAsking(false)}
        >
          <p>{say('signOutEverywhereLine')}</p>
        </Confirm>
      )}
    </div>
  )
}

interface VisitListProps {
  readonly visits: UseQueryResult<readonly Visit[]>
  readonly icon: ReactNode
  readonly word: string
  /** Id of the one that is being ended. */
  readonly busy: string | undefined
  readonly onEnd: (visit: Visit) => void
}

const VisitList = ({ visits: { data: visits, error, refetch }, icon, word, busy, onEnd }: VisitListProps) => {
  const { say } = useServices()
  if (error && !visits) return <Problem problem={error} onRetry={() => void refetch()} />
  if (!visits) return <Skeleton rows={2} />
  if (visits.length === 0) return null
  return (
    <ul className="w-full divide-y divide-line rounded-card border border-line bg-raised">
      {visits.map((visit) => (
        <li key={visit.id} className="flex min-h-14 items-center gap-3 px-4 py-2">
          {icon}
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-center gap-2">
              <bdi className="truncate font-medium">{visit.browser || say('someBrowser')}</bdi>
              {visit.here && (
                <Chip icon={MonitorSmartphone} tone="accent">
                  {say('thisBrowser')}
                </Chip>
              )}
            </span>
            <span className="block text-12 text-quiet">{say('lastUsed', say.when(visit.lastUsed))}</span>
          </span>
          <Button small busy={busy === visit.id} onClick={() => onEnd(visit)}>
            {word}
          </Button>
        </li>
      ))}
    </ul>
  )
}
